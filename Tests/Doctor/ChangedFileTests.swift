import Doctor
import Foundation
import Testing

@testable import Store

/// What can be done to a file.
enum Harm: CaseIterable {
    case removed, flippedByte, cutOff, grown, emptied, madeReadable, replacedByLink, replacedByFolder
}

@Test("A document that was touched is found by its path", arguments: Harm.allCases)
func touchedDocument(harm: Harm) throws {
    let desk = try ExaminedDesk()
    let path = try desk.document(1, 2)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    switch harm {
    case .removed: unlink(path)
    case .flippedByte:
        bytes[9] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
    case .cutOff: truncate(path, bytes.count - 1)
    case .grown: truncate(path, bytes.count + 1)
    case .emptied: truncate(path, 0)
    case .madeReadable: chmod(path, 0o644)
    case .replacedByLink:
        unlink(path)
        symlink("/etc/passwd", path)
    case .replacedByFolder:
        unlink(path)
        mkdir(path, 0o700)
    }
    let findings = desk.findings()
    #expect(findings.contains { $0.weight == .wrong && $0.check == "documents" && $0.subject == path }, "\(findings)")
    #expect(findings.allSatisfy { $0.subject == path })
}

@Test("A file without a row is noted while a request may be at work, and wrong when the worker should have swept it")
func orphan() throws {
    let desk = try ExaminedDesk()
    let path = desk.home.data.documents + "/ab/" + String(repeating: "c", count: 30)
    try Store.create(path)
    #expect(desk.findings(after: 2 * 86_400 - 5).map(\.weight) == [.note])
    #expect(desk.findings(after: 2 * 86_400 + 5).map(\.weight) == [.wrong])
    #expect(desk.findings().map(\.subject) == [path])
}

@Test(
    "A file that is none of ours is wrong at once",
    arguments: ["ab/notes.txt", "cd/" + String(repeating: "c", count: 31), "ab/a\nb"])
func stranger(place: String) throws {
    let desk = try ExaminedDesk()
    try Store.create(desk.home.data.documents + "/" + place)
    let finding = try #require(desk.findings().first)
    #expect(finding.weight == .wrong && finding.check == "files without rows")
    #expect(!finding.line.contains("\n"), "a name cannot make a line of its own")
}

@Test("An upload that never became a letter is found when it should have been swept")
func staleUpload() throws {
    let desk = try ExaminedDesk()
    try Store.create(desk.home.data.incoming + "/upload")
    #expect(desk.findings() == [])
    #expect(desk.findings(after: 3 * 86_400).map(\.subject) == [desk.home.data.incoming + "/upload"])
}

@Test("The head of the audit: a missing, damaged or foreign file is found, one that lags behind is not")
func auditHead() throws {
    let desk = try ExaminedDesk()
    let path = desk.home.data.auditHead
    let seals = try desk.store.database.all("SELECT seal FROM event ORDER BY id") { $0.bytes(0) }
    func found(_ text: String) throws -> [String] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return desk.findings().map(\.subject)
    }
    for lag in 0..<seals.count {
        let head =
            lag == 0 ? AuditHead(event: 0, seal: AuditSeal.beginning) : AuditHead(event: lag, seal: seals[lag - 1])
        #expect(try found(head.text + "\n") == [])
    }
    #expect(try found(AuditHead(event: 5, seal: seals[5]).text) == ["audit line 5"])
    #expect(try found(AuditHead(event: 12, seal: seals[5]).text) == ["audit line 12"])
    #expect(try found("12") == [path])
    #expect(try found("") == [path])
    unlink(path)
    #expect(desk.findings().map(\.subject) == [path])
}

@Test("Heads that were kept elsewhere show that the end was cut off and the file in the data adjusted")
func keptHeads() throws {
    let desk = try ExaminedDesk()
    let kept = desk.home.path + "/kept"
    let head = try desk.store.auditHead()
    try Data("0 \(String(repeating: "0", count: 64))\n\(head.text)\n".utf8).write(to: URL(fileURLWithPath: kept))
    #expect(desk.findings(keptHeads: kept) == [])
    let earlier = try desk.store.database.first("SELECT seal FROM event WHERE id = 6") { $0.bytes(0) }
    try desk.write(
        """
        DELETE FROM event WHERE kind = 'statusAdded' OR id = 11; DELETE FROM document WHERE role = 'reply';
        UPDATE sqlite_sequence SET seq = 9 WHERE name = 'event';
        """)
    let newest = try desk.store.auditHead()
    try Data((newest.text + "\n").utf8).write(to: URL(fileURLWithPath: desk.home.data.auditHead))
    #expect(earlier != nil)
    #expect(!desk.findings().contains { $0.check == "audit" }, "the desk alone cannot tell")
    #expect(desk.findings(keptHeads: kept).map(\.subject).contains("audit line 10"))
}

extension Store {
    static func create(_ path: String) throws { try FileSystem.create(path, [1]) }
}
