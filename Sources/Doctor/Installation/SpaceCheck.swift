import Desk
import Glibc

extension Check {
    /// There is room for the next letters.
    static let space = Check("space") { examination in
        let path = examination.home.data.path
        var system = statvfs()
        guard statvfs(path, &system) == 0 else { return [] }
        let free = Int(system.f_bavail) * Int(system.f_frsize)
        let largest = (examination.settings?.limits ?? Limits()).requestBytes
        let remedy = "make room on that disk, or move the home to a larger one"
        // Two of the largest letters at once must fit, or citizens are refused today.
        if free < 2 * largest {
            return [
                Finding(path, "has \(free >> 20) MiB left on its disk, less than two of the largest letters", remedy)
            ]
        }
        if free < 20 * largest { return [Finding(.note, path, "has \(free >> 20) MiB left on its disk", remedy)] }
        // Some file systems count no inodes and say 0.
        if system.f_files > 0, system.f_favail < 1_000 {
            return [Finding(path, "has room for \(system.f_favail) more files on its disk", remedy)]
        }
        return []
    }
}
