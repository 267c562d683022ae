import Desk
import Doctor
import Foundation
import Portal
import Secrets
import TemporaryFolders
import Testing

@testable import Store

@Test("A desk that is installed as it should be is well")
func installed() throws {
    #expect(try InstalledDesk().findings() == [])
}

@Test(
    "A mode that lets others in is found with user, mode and the command that mends it, wherever it is",
    arguments: ["", "/desk.sqlite", "/key", "/documents", "/documents/a7", "/incoming", "/wake", "/audit.head"])
func exposedMode(name: String) throws {
    let desk = try InstalledDesk()
    let path = desk.home.data.path + name
    chmod(path, 0o711)
    desk.expect("permissions", path, "root", "0711", "run: chmod go-rwx '\(path)'", findings: desk.findings())
    chmod(path, 0o700)
    #expect(desk.findings() == [])
}

@Test("Data that belong to root are found unless the web server runs programs as root, and those of another user too")
func owner() throws {
    guard geteuid() == 0 else { return }
    let desk = try InstalledDesk()
    desk.expect("permissions", "belongs to root", "chown -R", findings: desk.findings(user: nil))
    desk.expect(
        "permissions", "runs programs as daemon", "run: chown -R daemon:", findings: desk.findings(user: "daemon"))
    chown(desk.home.data.key, 1, 1)
    desk.expect("permissions", desk.home.data.key, "belongs to daemon", "run: chown root:", findings: desk.findings())
}

@Test("A folder above the release that the web server's user cannot enter is found once")
func closedFolder() throws {
    guard geteuid() == 0 else { return }
    let desk = try InstalledDesk()
    for entry in try #require(FileManager.default.enumerator(atPath: desk.home.data.path)) {
        chown(desk.home.data.path + "/\(entry)", 1, 1)
    }
    chown(desk.home.data.path, 1, 1)
    #expect(desk.findings(user: "daemon") == [])
    chmod(desk.home.path + "/releases", 0o700)
    let findings = desk.findings(user: "daemon")
    desk.expect(
        "web server's user", desk.home.path + "/releases", "daemon cannot enter", "chmod a+x", findings: findings)
    #expect(findings.count == 1)
    chmod(desk.home.path + "/releases", 0o755)
    chmod(desk.snapshot, 0o600)
    desk.expect(
        "web server's user", desk.snapshot, "daemon cannot read", "chmod -R a+rX",
        findings: desk.findings(user: "daemon"))
}

@Test("Data below the folder that the web server hands out are found, through a link too")
func insidePublic() throws {
    let desk = try InstalledDesk()
    let inside = desk.home.path + "/releases/1/public/data"
    rename(desk.home.data.path, inside)
    symlink(inside, desk.home.data.path)
    desk.expect("place", "document root", "move the home", findings: desk.findings())
}

@Test("A key, a database, a release and a config that cannot be used are each found")
func unusable() throws {
    let desk = try InstalledDesk()
    desk.expect("config", "/nowhere.json5", findings: desk.findings(config: "/nowhere.json5"))
    try desk.desk.write("PRAGMA user_version = 1")
    desk.expect("database", "has version 1", "run: pishkhan build", findings: desk.findings())
    try desk.desk.write("PRAGMA user_version = 99")
    desk.expect("database", "has version 99", "newer version", findings: desk.findings())
    try desk.desk.write("PRAGMA user_version = \(Schema.version); PRAGMA application_id = 7")
    desk.expect("database", "no database of Pishkhan", findings: desk.findings())
    truncate(desk.home.data.key, 31)
    desk.expect("key", "31 bytes", findings: desk.findings())
    unlink(desk.home.data.key)
    desk.expect("key", "is missing", findings: desk.findings())
    unlink(desk.snapshot)
    desk.expect("release", "settings is missing", "run: pishkhan build --config", findings: desk.findings())
    rename(desk.home.data.path, desk.home.data.path + "-gone")
    desk.expect("permissions", "is missing", "pishkhan restore FILE", findings: desk.findings())
}

@Test("A clock that stands before what has happened is found, but not one that differs by minutes")
func clockBehind() throws {
    let desk = try InstalledDesk()
    #expect(!desk.findings(now: time(nil) - 290).contains { $0.check == "clock" })
    desk.expect("clock", "behind", "timedatectl", findings: desk.findings(now: time(nil) - 600))
}

@Test(
    "A message that is due for more than five minutes is found, and whether the worker runs is said",
    arguments: [290, 310])
func stuckOutbox(seconds: Int) throws {
    let desk = try InstalledDesk()
    let now = time(nil)
    try desk.desk.write("UPDATE outbox SET state = 'waiting', due = \(now - seconds) WHERE id = 1")
    guard seconds > 300 else {
        #expect(desk.findings(now: now) == [])
        return
    }
    desk.expect("worker", "does not run", "systemctl start", findings: desk.findings(now: now))
    let lock = open(desk.home.data.workerLock, O_RDWR | O_CREAT, 0o600)
    flock(lock, LOCK_EX)
    desk.expect("worker", "runs but does not send", "journalctl", findings: desk.findings(now: now))
    close(lock)
}

@Test("The provider's secret must be there, the worker's alone, and not empty")
func secret() throws {
    let path = TemporaryFolder.make("secret") + "/secret"
    let desk = try InstalledDesk { settings in
        var gateway = HTTPGateway()
        gateway.secretFile = path
        settings.sms = .http(gateway)
    }
    desk.expect("gateway", path, "is missing", findings: desk.findings())
    try Data("secret".utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o640)
    desk.expect("gateway", path, "0640", "run: chmod go-rwx '\(path)'", findings: desk.findings())
    chmod(path, 0o600)
    #expect(desk.findings() == [])
    truncate(path, 0)
    desk.expect("gateway", path, "is empty", findings: desk.findings())
}

@Test(
    "What is only good to know leaves the desk well: a gateway that only writes a file, one without TLS, failed messages"
)
func notes() throws {
    let log = try InstalledDesk { $0.address = "https://desk.example.org/" }
    #expect(log.findings().map(\.weight) == [.note, .note])
    #expect(log.findings().map(\.subject) == ["sms.gateway", "staff.refusedPasswords"])
    let open = try InstalledDesk { settings in
        var gateway = HTTPGateway()
        var request = HTTPGateway.Request()
        request.url = "http://sms.example.org/"
        gateway.requests = [request]
        settings.sms = .http(gateway)
    }
    #expect(open.findings().map(\.weight) == [.note])
    let failed = try InstalledDesk()
    try failed.desk.write(
        "UPDATE outbox SET state = 'failed', error = 'status 403', created = \(time(nil)) WHERE id < 3")
    #expect(failed.findings().map(\.weight) == [.note])
    #expect(failed.findings().first?.problem.contains("gave up 2 messages") == true)
}

@Test("A public portal whose list of refused passwords is missing or short is told so", arguments: [0, 2_999, 3_000])
func refusedPasswords(count: Int) throws {
    let words = (0..<count).map { "password number \($0)" }.joined(separator: "\n")
    let list = PasswordList(lines: Array(words.utf8))
    let desk = try InstalledDesk(refusedPasswords: list.bytes) { $0.address = "https://desk.example.org/" }
    let found = desk.findings().filter { $0.check == "passwords" }
    #expect(found.map(\.weight) == (count < 3_000 ? [.note] : []))
    #expect(found.allSatisfy { $0.problem.contains(count == 0 ? "no list" : "2999") })
}
