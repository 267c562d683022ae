import Desk
import Documents
import Glibc
import Portal
import SQLite
import Samples
import Secrets
import TemporaryFolders
import Testing

@testable import Store

/// A desk in a folder of its own, with the verbs that tests need.
struct TestDesk {
    let home: Home
    let store: Store
    let plan = MobileNumber.Plan.iran

    static let pdf = smallestPDF()

    init() throws {
        home = Home(path: TemporaryFolder.make("desk"))
        try Store.prepare(home.data)
        store = try Store(opening: home.data)
    }

    /// The same desk over a connection of its own, as another process has it.
    init(_ home: Home) throws {
        self.home = home
        store = try Store(opening: home.data)
    }

    /// Another connection to the same desk.
    func another() throws -> Store { try Store(opening: home.data) }

    func applicant(_ number: String = "09120000001", now: Int = 1_000) throws -> Applicant {
        let mobile = try #require(MobileNumber(typed: number, plan: plan))
        let token = try store.signIn(mobile, now: now)
        guard case .applicant(let applicant)? = try store.session(token, limits: Limits(), now: now)?.holder else {
            throw TestFault.notSignedIn
        }
        return applicant
    }

    func member(_ role: Role, _ name: String, units: [String] = []) throws -> StaffMember {
        let hash = try #require(Password.hash("four unrelated words"))
        #expect(
            try store.addStaff(
                name: name, role: role, units: units, passwordHash: hash, mustChangePassword: false, now: 1))
        return try #require(try store.staffMember(name: name, password: "four unrelated words", now: 1))
    }

    func upload(_ field: String = "letter", _ text: String = TestDesk.pdf) throws -> IncomingDocument {
        var upload = try store.receive(field: field, fileName: field + ".pdf", limit: 1_000)
        try Array(text.utf8).withUnsafeBytes { try upload.write($0) }
        try upload.finish()
        return upload
    }

    @discardableResult
    func register(
        from applicant: Applicant, unit: String = "health", submission: Token = .random(),
        isUnscanned: Bool = false, quota: Int = .max, now: Int = 1_000
    ) throws -> Letter {
        var uploads = [try upload(), try upload("attachment")]
        return try store.register(
            LetterDraft(sender: "زهرا", senderKind: .person, unit: unit, subject: "موضوع"),
            to: Unit(id: unit, title: "واحد", takesLetters: true, isOpen: true), from: applicant, uploads: &uploads,
            submission: submission, language: "fa", isUnscanned: isUnscanned, quota: quota, now: now
        ) { letter in message(.registered, letter.applicant.mobile) }
    }

    func accept(_ letter: Letter, by member: StaffMember, year: Int = 1405) throws {
        try store.accept(
            letter.id, by: member, numbering: LetterNumbering(pattern: "{year}/{sequence}"), year: year, now: 2_000
        ) { letter, _ in [message(.accepted, letter.applicant.mobile)] }
    }

    func message(_ kind: Message.Kind, _ to: MobileNumber, expires: Int? = nil) -> Message {
        Message(kind: kind, to: to, text: "text", arguments: ["a": "b"], expires: expires)
    }

    func count(_ table: String) throws -> Int {
        let sql: SQL = ""
        return try store.database.first(sql.following("SELECT count(*) FROM \(table)")) { $0.int(0) } ?? -1
    }
}

enum TestFault: Error { case notSignedIn }
