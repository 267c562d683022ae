import Desk
import Doctor
import Glibc
import Portal
import Secrets
import TemporaryFolders
import Samples
import Testing

@testable import Store

/// A desk with three letters (accepted with a reply, rejected, under review), to be broken and examined.
struct ExaminedDesk {
    let home: Home
    let store: Store

    init() throws {
        home = Home(path: TemporaryFolder.make("doctor"))
        try Store.prepare(home.data)
        store = try Store(opening: home.data)
        let reviewer = try member(.reviewer, "maryam")
        let clerk = try member(.clerk, "ali", units: ["health"])
        let letters = try (1...4).map { try register($0) }
        for letter in [letters[0], letters[3]] {
            try store.accept(
                letter.id, by: reviewer, numbering: LetterNumbering(pattern: "{year}/{sequence}"), year: 1405,
                now: 2_000
            ) { letter, _ in [Self.message(letter)] }
        }
        try store.reject(letters[1].id, by: reviewer, reason: "امضا ندارد", now: 2_001) { letter, _ in
            Self.message(letter)
        }
        try store.addStatus("در حال اقدام", to: 1, by: clerk, now: 2_002) { Self.message($0) }
        var reply = try upload("reply")
        try store.reply(to: 1, text: "پیوست", upload: &reply, by: clerk, now: 2_003) { Self.message($0) }
        try store.keepAuditHead()
    }

    /// What `doctor --verify` finds about the letters.
    ///
    /// - Parameter after: seconds from now at which it looks.
    func findings(after seconds: Int = 0, keptHeads: String? = nil) -> [Finding] {
        let examination = Examination(
            home: home, config: "none", user: SystemUser(name: "root"), keptHeads: keptHeads, now: time(nil) + seconds)
        return examine(examination, by: Check.ofLetters)
    }

    /// Writes to the database behind the store's back, without foreign keys, as somebody with a shell would.
    func write(_ sql: String) throws {
        try store.database.runScript("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; \(sql)")
    }

    /// The path of a document.
    func document(_ letter: Int, _ number: Int) throws -> String {
        let place = try store.database.first(
            "SELECT path FROM document WHERE letter = \(letter) AND number = \(number)"
        ) { $0.text(0) }
        return home.data.documents + "/" + (try #require(place))
    }

    func member(_ role: Role, _ name: String, units: [String] = []) throws -> StaffMember {
        _ = try store.addStaff(
            name: name, role: role, units: units, passwordHash: "x", mustChangePassword: false, now: 1)
        let id = try store.database.first("SELECT id FROM staff WHERE name = \(name)") { $0.int(0) } ?? 0
        return try #require(try store.staffMember(id: id))
    }

    private func upload(_ field: String) throws -> IncomingDocument {
        var upload = try store.receive(field: field, fileName: field + ".pdf", limit: 1_000)
        try Array(smallestPDF(note: field).utf8).withUnsafeBytes { try upload.write($0) }
        try upload.finish()
        return upload
    }

    private func register(_ number: Int) throws -> Letter {
        let mobile = try #require(MobileNumber(typed: "0912000000\(number)", plan: .iran))
        _ = try store.signIn(mobile, now: 1_000)
        let id = try store.database.first("SELECT id FROM applicant WHERE mobile = \(mobile.e164)") { $0.int(0) }
        var uploads = [try upload("letter"), try upload("attachment")]
        return try store.register(
            LetterDraft(sender: "زهرا", senderKind: .person, unit: "health", subject: "موضوع"),
            to: Unit(id: "health", title: "بهداشت", takesLetters: true, isOpen: true),
            from: Applicant(id: try #require(id), mobile: mobile), uploads: &uploads, submission: .random(),
            language: "fa", now: 1_000
        ) { Self.message($0) }
    }

    static func message(_ letter: Letter) -> Message {
        Message(kind: .registered, to: letter.applicant.mobile, text: "text", arguments: [:])
    }
}
