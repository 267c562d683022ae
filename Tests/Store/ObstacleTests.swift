import Foundation
import Glibc
import TemporaryFolders
import Testing

@testable import Store

private let nobody: uid_t = 65_534

/// What is in nobody's way to a path.
private func asNobody(_ path: String, rights: mode_t) -> String {
    Obstacle(to: path, rights: rights, as: nobody).map { "\($0) | \($0.command)" } ?? "none"
}

@Test("What keeps somebody out is named with user, path, mode and command: the first closed folder, or the file itself")
func obstacles() throws {
    guard geteuid() == 0 else { return }
    let top = TemporaryFolder.make("obstacle")
    chmod(top, 0o755)
    let (folder, file) = (top + "/folder", top + "/folder/file")
    mkdir(folder, 0o755)
    try Data([1]).write(to: URL(fileURLWithPath: file))
    chmod(file, 0o600)
    #expect(
        asNobody(file, rights: 4)
            == "\(file) belongs to user 0 and has mode 0600, so user 65534, as whom this program runs, cannot use it | chmod -R a+rX '\(file)'"
    )
    chmod(file, 0o644)
    #expect(asNobody(file, rights: 4) == "none")
    #expect(asNobody(file, rights: 6).contains("has mode 0644"))
    chmod(folder, 0o700)
    #expect(asNobody(file, rights: 4).hasPrefix("\(folder) belongs to user 0 and has mode 0700"))
    #expect(asNobody(file, rights: 4).hasSuffix("cannot enter it | chmod a+x '\(folder)'"))
    chown(folder, nobody, 0)
    chmod(folder, 0o600)
    #expect(asNobody(file, rights: 4).hasSuffix("| chmod u+x '\(folder)'"))
    chown(folder, 0, 0)
    chmod(folder, 0o755)
    #expect(asNobody(top + "/none", rights: 4) == "none", "what is missing is another's to say")
    #expect(Obstacle(to: file, rights: 7, as: 0) == nil, "root goes everywhere")
}

@Test(
    "What the operating system refuses is said with its cause where the number tells it",
    arguments: [
        (EACCES, "AppArmor or SELinux may be in the way: journalctl -k | grep -e apparmor -e avc"),
        (EPERM, "AppArmor or SELinux may be in the way"), (ENOSPC, "make room on that disk"),
        (EROFS, "ReadWritePaths="), (EIO, "check its owner, its mode and the free space"),
    ])
func remedies(number: Int32, words: String) {
    // Nothing keeps anybody from this folder.
    #expect("\(StoreFault.system(doing: "open", path: "/usr", errno: number))".contains(words))
}
