import Desk
import Foundation
import Testing

@testable import Doctor
@testable import Store

extension ExaminedDesk {
    /// Rejects letter 3 for malware in some of its documents, as the worker does.
    ///
    /// - Returns: the places of those documents.
    fileprivate func rejectForMalware(in numbers: [Int]) throws -> [String] {
        try write("UPDATE letter SET unscanned = 1 WHERE id = 3")
        let letter = try #require(try store.quarantinedLetters(after: 0, limit: 1).first)
        let infected = try store.documents(of: letter).filter { numbers.contains($0.number) }
        try store.rejectFromQuarantine(
            letter, infected: infected.map { ($0, "Eicar") }, reason: "بدافزار", now: 3_000
        ) { letter, _ in Message(kind: .rejected, to: letter.applicant.mobile, text: "text", arguments: [:]) }
        return infected.map(\.path)
    }
}

@Test(
    "A desk whose letter has lost documents to the scanner is well: their rows stay under the seal",
    arguments: [[2], [1, 2]])
func removedDocuments(numbers: [Int]) throws {
    let desk = try ExaminedDesk()
    let places = try desk.rejectForMalware(in: numbers)
    #expect(places.count == numbers.count)
    #expect(desk.findings() == [])
    #expect(places.allSatisfy { !FileManager.default.fileExists(atPath: desk.home.data.documents + "/" + $0) })
}

@Test(
    "What is told of a removed document cannot be changed unseen",
    arguments: [
        ("UPDATE document SET removed = 0 WHERE letter = 3 AND number = 2", "histories", "letter 3"),
        ("UPDATE document SET removed = 1 WHERE letter = 3 AND number = 1", "histories", "letter 3"),
        ("DELETE FROM document WHERE letter = 3 AND number = 2", "audit", "audit line 5"),
        ("UPDATE document SET hash = x'00' WHERE letter = 3 AND number = 2", "audit", "audit line 5"),
        ("UPDATE event SET document = 1 WHERE kind = 'malwareFound'", "audit", "audit line 12"),
    ])
func changedRemoval(sql: String, check: String, words: String) throws {
    let desk = try ExaminedDesk()
    _ = try desk.rejectForMalware(in: [2])
    try desk.write(sql)
    let findings = desk.findings()
    #expect(findings.contains { $0.check == check && $0.line.contains(words) }, "\(findings.map(\.line))")
}

@Test("A removed document whose file is still there is swept like a file without a row")
func removedButThere() throws {
    let desk = try ExaminedDesk()
    let places = try desk.rejectForMalware(in: [2])
    let path = desk.home.data.documents + "/" + places[0]
    try Data("malware".utf8).write(to: URL(fileURLWithPath: path))
    let later = Int(Date().timeIntervalSince1970) + 3 * 86_400
    #expect(desk.findings(after: 3 * 86_400).contains { $0.subject == path && $0.weight == .wrong })
    #expect(try desk.store.sweep(olderThan: 86_400, now: later) == 1)
    #expect(!FileManager.default.fileExists(atPath: path))
}
