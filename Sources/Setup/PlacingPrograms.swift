import Folders
import Glibc
import Portal

extension Setup {
    /// Copies both programs to where they belong. The package has done so already.
    func placePrograms() throws(SetupFault) {
        guard !isPackaged else { return }
        guard let own = realpath("/proc/self/exe", nil) else { throw Changes.refused("find", "/proc/self/exe") }
        defer { free(own) }
        try place(String(cString: own), at: Installed.command)
        try place(wishes.program, at: Installed.program)
    }

    private func place(_ source: String, at target: String) throws(SetupFault) {
        guard let program = WholeFile.bytes(of: source) else {
            // Run from its place a second time, there is nothing new.
            guard !Changes.exists(target) else { return }
            throw .missing(source, remedy: "build it as the README says, and name it with --program")
        }
        try changes.write(program, to: target, mode: 0o755)
    }
}
