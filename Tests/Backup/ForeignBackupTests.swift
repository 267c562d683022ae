import Foundation
import Secrets
import SQLite
import Testing

@testable import Backup
@testable import Store

/// An archive with the right manifest and the members that a test adds.
private func archive(
    _ desk: KeptDesk, schema: Int = Schema.version, database: [UInt8]? = nil, key: Int = 32,
    _ add: (inout ArchiveWriter) throws -> Void = { _ in }
) throws -> String {
    let path = desk.folder + "/\(UUID().uuidString).tar"
    let file = try NewFile(path)
    var writer = ArchiveWriter(file)
    let label = BackupLabel(made: 1, schema: schema, config: "portal.json5")
    try writer.add(BackupLabel.name, label.bytes, mode: 0o600, at: 1)
    let copy = desk.folder + "/\(UUID().uuidString).sqlite"
    try Database(path: desk.home.data.database, mode: .readOnly).copy(to: copy)
    try writer.add(
        "data/desk.sqlite", database ?? Array(Data(contentsOf: URL(fileURLWithPath: copy))), mode: 0o600, at: 1)
    try writer.add("data/key", Array(repeating: 7, count: key), mode: 0o600, at: 1)
    try add(&writer)
    try writer.finish(at: 1)
    try file.publish()
    return path
}

private func refusal(_ path: String, _ desk: KeptDesk) -> String? {
    let home = desk.newHome("never")
    do {
        _ = try restore(path, to: home, now: 1)
        return nil
    } catch {
        let left = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        #expect(left == [], "\(error)")
        return "\(error)"
    }
}

@Test(
    "A member that would land outside of its place is refused before anything is written",
    arguments: [
        "../evil", "/etc/evil", "data/../../evil", "data/documents/../key", "config/../../evil", "config//x", "config/",
        "config/.ssh", "config/./x", "data/evil", "data/desk.sqlite-wal", "data/documents/ab/short",
        "data/documents/AB/" + String(repeating: "c", count: 30), "evil", "",
    ])
func outside(name: String) throws {
    let desk = try KeptDesk(letters: 0)
    let path = try archive(desk) { try $0.add(name, [1], mode: 0o600, at: 1) }
    #expect(refusal(path, desk) != nil)
}

@Test("A right archive of the same making is taken, so that the others are refused for their members alone")
func rightMembers() throws {
    let desk = try KeptDesk(letters: 0)
    let path = try archive(desk) { archive in
        try archive.add("config/portal.json5", [1], mode: 0o600, at: 1)
        try archive.add("config/نامه/" + String(repeating: "x", count: 150), [1], mode: 0o600, at: 1)
        try archive.add("data/documents/ab/" + String(repeating: "c", count: 30), [1], mode: 0o600, at: 1)
    }
    #expect(refusal(path, desk) == nil)
}

@Test("A member that stands twice, a second label, and a folder of another place are refused")
func repeated() throws {
    let desk = try KeptDesk(letters: 0)
    #expect(
        refusal(try archive(desk) { try $0.add("data/key", [1], mode: 0o600, at: 1) }, desk)?.contains("twice") == true)
    #expect(refusal(try archive(desk) { try $0.addFolder("etc", mode: 0o700, at: 1) }, desk) != nil)
}

@Test("A key that has not 32 bytes, another program's database, and one that is none are refused")
func wrongContents() throws {
    let desk = try KeptDesk(letters: 0)
    #expect(refusal(try archive(desk, key: 31), desk) != nil)
    #expect(refusal(try archive(desk, database: []), desk) != nil)
    #expect(refusal(try archive(desk, database: Array("no database".utf8)), desk) != nil)
    let strange = desk.folder + "/strange.sqlite"
    try Database(path: strange, mode: .create).runScript("CREATE TABLE x (y); PRAGMA user_version = \(Schema.version)")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: strange)))
    #expect(refusal(try archive(desk, database: bytes), desk)?.contains("no database of Pishkhan") == true)
}

@Test("A backup of a newer version says so")
func newerVersion() throws {
    let desk = try KeptDesk(letters: 0)
    #expect(refusal(try archive(desk, schema: Schema.version + 1), desk)?.contains("install the newer version") == true)
    // Even where its label says something else.
    try Database(path: desk.home.data.database, mode: .readWrite).runScript(
        "PRAGMA user_version = \(Schema.version + 1)")
    #expect(refusal(try archive(desk), desk) != nil)
}

@Test("Links, devices and other kinds of members are refused", arguments: Array("1234567gLKxV".utf8))
func otherKinds(flag: UInt8) throws {
    let desk = try KeptDesk(letters: 0)
    let path = try archive(desk) { try $0.add("config/member", [], mode: 0o600, at: 1) }
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let place = try #require(bytes.firstRange(of: Array("config/member\0".utf8))?.lowerBound)
    bytes[place + 156] = flag
    let sum = bytes[place..<place + 512].enumerated().reduce(0) {
        $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element))
    }
    let digits = String(sum, radix: 8)
    bytes.replaceSubrange(
        place + 148..<place + 154, with: Array((String(repeating: "0", count: 6 - digits.count) + digits).utf8))
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(refusal(path, desk) != nil)
}
