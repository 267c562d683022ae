import Desk
import Foundation
import Secrets
import Testing

@testable import Store

private func head(of desk: TestDesk) -> String {
    String(decoding: FileManager.default.contents(atPath: desk.home.data.auditHead) ?? Data(), as: UTF8.self)
}

@Test("The head's file follows the audit")
func headFollows() throws {
    let desk = try TestDesk()
    #expect(head(of: desk) == "0 " + String(repeating: "0", count: 64) + "\n")
    try desk.register(from: desk.applicant())
    try desk.store.keepAuditHead()
    let first = try desk.store.auditHead()
    #expect(first.event == 1)
    #expect(head(of: desk) == first.text + "\n")
    #expect(AuditHead(text: first.text) == first)
    try desk.register(from: desk.applicant())
    try desk.store.keepAuditHead()
    #expect(head(of: desk).hasPrefix("2 "))
}

@Test("A head that the audit disagrees with, and one that is missing, are evidence and stay as they are")
func headStays() throws {
    let desk = try TestDesk()
    for _ in 0..<3 { try desk.register(from: desk.applicant()) }
    try desk.store.keepAuditHead()
    let kept = head(of: desk)
    try desk.store.database.runScript("DELETE FROM event WHERE id = 3")
    #expect(throws: AuditFault.headDisagrees(path: desk.home.data.auditHead)) { try desk.store.keepAuditHead() }
    #expect(head(of: desk) == kept)
    unlink(desk.home.data.auditHead)
    #expect(throws: AuditFault.noHead(path: desk.home.data.auditHead)) { try desk.store.keepAuditHead() }
    #expect(head(of: desk) == "")
}

@Test(
    "What is no head is not read as one",
    arguments: [
        "", "1", "1 ", "-1 \(zeros)", "1 \(zeros)0", "1  \(zeros)", "x \(zeros)", "1 \(zeros.dropLast())G",
        "1 \(zeros) 2",
    ])
func noHead(text: String) {
    #expect(AuditHead(text: text) == nil)
}

private let zeros = String(repeating: "0", count: 64)

@Test("Lines written at once by eight processes are one chain")
func oneChain() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let home = desk.home
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do {
            let desk = try TestDesk(home)
            for _ in 0..<3 { try desk.register(from: applicant) }
        } catch { Issue.record(error) }
    }
    let seals = AuditSeal(key: desk.store.key)
    var previous = AuditSeal.beginning
    let rows = try desk.store.database.all("SELECT letter, facts, seal FROM event ORDER BY id") {
        (letter: $0.int(0), facts: $0.bytes(1), seal: $0.bytes(2))
    }
    #expect(rows.count == 24)
    for row in rows {
        let line = AuditSeal.Line(
            letter: row.letter, at: 1_000, kind: "registered", staff: nil, text: "", document: nil, facts: row.facts)
        #expect(seals.seal(line, after: previous) == row.seal)
        previous = row.seal
    }
    let first = AuditSeal.Line(
        letter: 1, at: 1_000, kind: "registered", staff: nil, text: "", document: nil)
    #expect(try seals.facts(of: first, in: desk.store.database) == rows.first { $0.letter == 1 }?.facts)
}
