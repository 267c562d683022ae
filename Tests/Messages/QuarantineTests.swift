import Desk
import Foundation
import Glibc
import Portal
import Samples
import Secrets
import Testing

@testable import Messages
@testable import Store

extension ExampleDesk {
    /// Registers a letter of one document that waits in quarantine.
    fileprivate func quarantinedLetter() throws -> Letter {
        let store = try store()
        var upload = try store.receive(field: "letter", fileName: "نامه.pdf", limit: 1_000)
        try Array(smallestPDF().utf8).withUnsafeBytes { try upload.write($0) }
        try upload.finish()
        var uploads = [upload]
        let mobile = MobileNumber(stored: "+989123456789")
        let token = try store.signIn(mobile, now: now)
        guard case .applicant(let applicant)? = try store.session(token, limits: Limits(), now: now)?.holder else {
            throw CancellationError()
        }
        return try store.register(
            LetterDraft(sender: "a", senderKind: .person, unit: "a", subject: "a"),
            to: Unit(id: "a", title: "a", takesLetters: true, isOpen: true), from: applicant, uploads: &uploads,
            submission: Token.random(), language: "fa", isUnscanned: true, now: now
        ) { Message(kind: .registered, to: $0.applicant.mobile, text: "x", arguments: [:]) }
    }
}

@Test("Letters in quarantine wait, even when the config no longer names a scanner, and the worker says so")
func noScanner() throws {
    let desk = try ExampleDesk()
    let letter = try desk.quarantinedLetter()
    let reports = Reports()
    let summary = try Worker(home: desk.home) { reports.add($0) }.runOnce(now: desk.now)
    #expect((summary.sent, summary.released, summary.infected) == (1, 0, 0))
    let sentence = "1 letters wait in quarantine for a scanner that the config no longer names; name it again"
    #expect(reports.lines == ["scanning failed: \(sentence)"])
    #expect(try desk.store().quarantinedLetters(after: 0, limit: 5) == [letter])
}

@Test("A scanner that is not there keeps letters in quarantine and no message waiting; watching says it once")
func absentScanner() throws {
    let desk = try ExampleDesk()
    var settings = PortalSettings()
    settings.scanner.socket = desk.home.path + "/clamd"
    try desk.release(settings)
    let letter = try desk.quarantinedLetter()
    let watch = try Watch(desk)
    let deadline = Date(timeIntervalSinceNow: 30)
    while try desk.outbox().contains(where: { $0[0] == "waiting" }) || watch.reports.lines.isEmpty, Date() < deadline {
        usleep(50_000)
    }
    // A second round.
    sleep(6)
    #expect(watch.stop())
    #expect(try desk.outbox().map { $0[0] } == ["sent"])
    #expect(watch.reports.lines.count == 1)
    #expect(
        watch.reports.lines[0].hasPrefix("scanning failed: the scanner does not answer at \(desk.home.path)/clamd:"))
    #expect(try desk.store().quarantinedLetters(after: 0, limit: 5) == [letter])
}
