import Desk
import Foundation
import Portal
import TemporaryFolders
import Testing

@testable import Store

private func fault(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "none"
    } catch {
        return "\(error)"
    }
}

@Test("A missing folder, file or release is named with what to do")
func missingThings() throws {
    let none = Home(path: "/tmp/pishkhan-none-\(UUID().uuidString)")
    #expect(
        fault { _ = try Store(opening: none.data) }.hasPrefix(
            "\(none.data.path) is missing; if this is a new portal run 'pishkhan build'"))
    #expect(fault { _ = try PortalSnapshot(opening: none.snapshot) }.hasPrefix("\(none.snapshot)/settings is missing"))
    let desk = try TestDesk()
    unlink(desk.home.data.key)
    #expect(fault { _ = try desk.another() }.hasPrefix("\(desk.home.data.key) is missing"))
}

@Test(
    "Others' rights are refused with the command that mends them",
    arguments: [mode_t(0o755), 0o750, 0o707, 0o710, 0o701])
func exposedText(mode: mode_t) throws {
    let desk = try TestDesk()
    chmod(desk.home.data.path, mode)
    #expect(
        fault { _ = try desk.another() }
            == "\(desk.home.data.path) has mode 0\(String(mode, radix: 8)), so others can reach people's letters; "
            + "run: chmod go-rwx '\(desk.home.data.path)'")
}

@Test("Data in the document root is refused, with what to do", arguments: ["", "/", "/."])
func documentRootText(ending: String) throws {
    let desk = try TestDesk()
    let text = fault { _ = try Store(opening: desk.home.data, documentRoot: desk.home.path + ending) }
    #expect(text.contains("lies inside the document root"))
    #expect(text.contains("set PISHKHAN_HOME"))
}

@Test("A key that has not 32 bytes is damaged", arguments: [0, 31, 33, 100])
func keyLength(bytes: Int) throws {
    let desk = try TestDesk()
    try Data([UInt8](repeating: 7, count: bytes)).write(to: URL(fileURLWithPath: desk.home.data.key))
    #expect(fault { _ = try desk.another() }.contains("does not hold 32 bytes"))
}

@Test("What is no database is refused, not made anew")
func garbage() throws {
    let desk = try TestDesk()
    for ending in ["-wal", "-shm"] { unlink(desk.home.data.database + ending) }
    try Data("not a database at all, but long enough to be looked at. ".utf8).write(
        to: URL(fileURLWithPath: desk.home.data.database))
    #expect(throws: StoreFault.self) { try desk.another() }
    #expect(throws: (any Error).self) { try Store.prepare(desk.home.data) }
    #expect(
        FileManager.default.contents(atPath: desk.home.data.database)?.starts(with: Array("not a database".utf8))
            == true)
}

@Test("A release of another version is refused", arguments: [0, 1, ReleaseFormat.version + 1])
func releaseVersion(version: Int) throws {
    let path = TemporaryFolder.make("snapshot") + "/private"
    let writer = try SnapshotWriter(creating: path)
    try writer.write(settings: PortalSettings(), texts: [:], shells: [:], fragments: [], units: [], sounds: [:])
    _ = try PortalSnapshot(opening: path)
    try overwriteVersion(in: path + "/settings", with: version)
    #expect(
        fault { _ = try PortalSnapshot(opening: path) }.contains(
            "has version \(version), this program needs \(ReleaseFormat.version)"))
}

/// The version is the first string of the settings.
private func overwriteVersion(in path: String, with version: Int) throws {
    let url = URL(fileURLWithPath: path)
    let settings = try Data(contentsOf: url).drop { $0 != 0 }
    try (Data(String(version).utf8) + settings).write(to: url)
}

@Test("Preparing a desk twice changes nothing")
func preparedTwice() throws {
    let desk = try TestDesk()
    let letter = try desk.register(from: desk.applicant())
    let key = FileManager.default.contents(atPath: desk.home.data.key)
    try Store.prepare(desk.home.data)
    #expect(FileManager.default.contents(atPath: desk.home.data.key) == key)
    #expect(try desk.another().documents(of: letter).count == 2)
}

@Test("A desk that works is healthy; one whose document folder is gone is not")
func health() throws {
    let desk = try TestDesk()
    try desk.store.checkHealth()
    rename(desk.home.data.incoming, desk.home.data.incoming + "-gone")
    #expect(throws: StoreFault.self) { try desk.store.checkHealth() }
}

@Test("Two snapshots in one place are not mixed: the folder must be new")
func snapshotIsNew() throws {
    let path = TemporaryFolder.make("snapshot") + "/private"
    _ = try SnapshotWriter(creating: path)
    #expect(throws: (any Error).self) { try SnapshotWriter(creating: path) }
}
