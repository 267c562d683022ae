import Desk
import Foundation
import SQLite
import Secrets
import Testing

@testable import Store

private let now = 1_790_000_010
private let mobile = MobileNumber(stored: "+989120000001")

/// A desk with some history, which nobody has open.
private func closedDesk() throws -> DataFolder {
    let desk = try TestDesk()
    let letter = try desk.register(from: desk.applicant())
    try desk.accept(letter, by: desk.member(.reviewer, "karim"))
    try desk.register(from: desk.applicant())
    try desk.store.keepAuditHead()
    return desk.home.data
}

private func bytes(_ path: String) -> [UInt8] { Array(FileManager.default.contents(atPath: path) ?? Data()) }

/// What a renewal that is refused must leave as it is.
private func state(_ folder: DataFolder) throws -> [[UInt8]] {
    let database = try Database(path: folder.database, mode: .readOnly)
    return [bytes(folder.key), bytes(folder.auditHead)]
        + (try database.all("SELECT seal FROM event ORDER BY id") { $0.bytes(0) })
        + [try database.first("PRAGMA user_version") { $0.bytes(0) } ?? []]
}

/// Whether all of the audit is sealed with the desk's key, and its head is the kept one.
private func isProved(_ folder: DataFolder) throws -> Bool {
    let store = try Store(opening: folder)
    return try store.write {
        var proof = try AuditProof(key: store.key, folder: folder)
        _ = try Store.sealAudit(in: store.database, with: store.key) { try proof.take($0, $1, $2, $3) }
        try proof.end(last: 0)
        return try store.auditHead() == Store.keptAuditHead(folder)
    }
}

@Test("A renewed key is another one, under which the whole audit is sealed, with a line that says so")
func renewed() throws {
    let folder = try closedDesk()
    let old = bytes(folder.key)
    let lines = try Store(opening: folder).auditHead().event
    let renewal = try Store.renewKey(folder, now: now)
    #expect(renewal.auditLines == lines)
    #expect(bytes(folder.key).count == 32 && bytes(folder.key) != old)
    #expect(try isProved(folder))
    let line = try #require(try Store(opening: folder).audit(before: nil, limit: 1).first)
    #expect(line.kind == .keyRenewed && line.at == now && line.id == lines + 1)
    #expect(throws: AuditFault.broken(line: 1)) {
        let store = try Store(opening: folder)
        var proof = try AuditProof(key: try #require(SecretKey(bytes: old)), folder: folder)
        try store.write {
            _ = try Store.sealAudit(in: store.database, with: store.key) { try proof.take($0, $1, $2, $3) }
        }
    }
    #expect(bytes(renewal.copies[1]) == old)
    let copy = try Database(path: renewal.copies[0], mode: .readOnly)
    #expect(try copy.first("SELECT count(*) FROM event") { $0.int(0) } == lines)
    for path in renewal.copies + [folder.key, folder.auditHead] {
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.nextKey))
    _ = try Store.renewKey(folder, now: now + 1)
    #expect(try isProved(folder), "it can be renewed again")
}

private func folderWithApp(staff: Bool) throws -> (DataFolder, Session.Holder, TOTP, [String]) {
    let with = try DeskWithApp(staff: staff)
    return (with.desk.home.data, with.holder, with.app, with.recovery)
}

@Test(
    "An app shows right codes after the key was renewed, and no recovery code opens any more", arguments: [true, false])
func carriedOver(staff: Bool) throws {
    let (folder, holder, app, recovery) = try folderWithApp(staff: staff)
    let renewal = try Store.renewKey(folder, now: now)
    #expect(renewal.staffWithApp == (staff ? ["karim"] : []) && renewal.citizensWithApp == (staff ? 0 : 1))
    let store = try Store(opening: folder)
    #expect(try store.authenticator(of: holder) == .on(recoveryCodesLeft: 0))
    let used = SecondFactor.appCode(app.code(counter: TOTP.counter(at: now)))
    #expect(try store.trySecondFactor(used, of: holder, limits: Limits(), now: now) == .wrong, "it was used before")
    let next = SecondFactor.appCode(app.code(counter: TOTP.counter(at: now) + 1))
    #expect(try store.trySecondFactor(next, of: holder, limits: Limits(), now: now) == .right)
    #expect(try store.trySecondFactor(.recoveryCode(recovery[0]), of: holder, limits: Limits(), now: now) == .wrong)
}

@Test("An app whose key does not open with the old key keeps the key from being renewed")
func lostApp() throws {
    let (folder, _, _, _) = try folderWithApp(staff: true)
    try Database(path: folder.database, mode: .readWrite).run("UPDATE staff SET authenticator = x'0102'")
    let before = try state(folder)
    #expect(throws: KeyRenewalFault.lostApp(holder: "staff 1")) { try Store.renewKey(folder, now: now) }
    #expect(try state(folder) == before)
}

@Test("Sessions, login codes, what limits have counted, forms and kept drafts end with the key that made them")
func ended() throws {
    let folder = try closedDesk()
    let draft = LetterDraft(sender: "زهرا", senderKind: .person, unit: "health", subject: "موضوع")
    let cookie = Token.random()
    var (session, form, sealed) = (Token.random(), "", "")
    func prepare() throws {
        let store = try Store(opening: folder)
        session = try store.signIn(mobile, now: now)
        form = store.formToken(for: cookie)
        sealed = try #require(store.sealed(draft, of: mobile))
        _ = try store.makeCode(for: mobile, from: "192.0.2.1", assurance: .none, limits: Limits(), now: now) { _ in
            Message(kind: .code, to: mobile, text: "text", arguments: [:], expires: nil)
        }
        #expect(store.draft(sealed: sealed, of: mobile) == draft)
        #expect(try store.session(session, limits: Limits(), now: now) != nil)
    }
    try prepare()
    _ = try Store.renewKey(folder, now: now)
    let store = try Store(opening: folder)
    #expect(try store.session(session, limits: Limits(), now: now) == nil)
    #expect(store.draft(sealed: sealed, of: mobile) == nil)
    #expect(store.formToken(for: cookie) != form)
    for table in ["session", "loginCode", "tally"] {
        let sql: SQL = ""
        #expect(try store.database.first(sql.following("SELECT count(*) FROM \(table)")) { $0.int(0) } == 0)
    }
}

@Test(
    "An audit that is not what it was is not sealed anew, and the old key stays",
    arguments: [
        ("UPDATE event SET text = 'x' WHERE id = 2", AuditFault.broken(line: 2)),
        ("DELETE FROM event WHERE id = 2", .broken(line: 2)),
        ("UPDATE letter SET subject = 'x' WHERE id = 1", .broken(line: 1)),
        ("DELETE FROM event WHERE id = (SELECT max(id) FROM event)", .broken(line: 4)),
        (
            "DELETE FROM event WHERE id = (SELECT max(id) FROM event); UPDATE sqlite_sequence SET seq = 3 WHERE name = 'event'",
            .headDisagrees(path: "audit.head")
        ),
        ("", .noHead(path: "audit.head")),
    ])
func changedAudit(script: String, expected: AuditFault) throws {
    let folder = try closedDesk()
    try Database(path: folder.database, mode: .readWrite).runScript(script)
    if script.isEmpty { unlink(folder.auditHead) }
    let before = try state(folder)
    let fault = #expect(throws: AuditFault.self) { try Store.renewKey(folder, now: now) }
    #expect(fault?.description.replacingOccurrences(of: folder.path + "/", with: "") == expected.description)
    #expect(try state(folder) == before)
    _ = try Store(opening: folder)
}

@Test("While somebody has the desk open the key is not renewed, and nothing is changed")
func inUse() throws {
    let desk = try TestDesk()
    try desk.register(from: desk.applicant())
    try desk.store.keepAuditHead()
    let before = try state(desk.home.data)
    #expect(throws: KeyRenewalFault.inUse(path: desk.home.data.database)) {
        try Store.renewKey(desk.home.data, patience: 100, now: now)
    }
    #expect(try state(desk.home.data) == before)
    #expect(!FileManager.default.fileExists(atPath: desk.home.data.nextKey))
    try desk.register(from: desk.applicant())
}

@Test(
    "A renewal that was cut off after its commit is finished by whoever opens the desk",
    arguments: ["neither has its name", "the head has its name", "both have their names"])
func interrupted(stage: String) throws {
    let folder = try closedDesk()
    let (old, oldHead) = (bytes(folder.key), bytes(folder.auditHead))
    _ = try Store.renewKey(folder, now: now)
    let new = bytes(folder.key)
    if stage != "both have their names" {
        try FileSystem.rename(folder.key, to: folder.nextKey)
        try FileSystem.create(folder.key, old)
    }
    if stage == "neither has its name" {
        try FileSystem.rename(folder.auditHead, to: folder.nextAuditHead)
        try FileSystem.create(folder.auditHead, oldHead)
    }
    let version = Schema.version | Schema.handover
    try Database(path: folder.database, mode: .readWrite).runScript("PRAGMA user_version = \(version)")
    #expect(try isProved(folder))
    #expect(bytes(folder.key) == new)
    #expect(try Store.prepare(folder) == .unchanged)
}

@Test("A desk that was left in a renewal with a key that is not its own stays closed")
func strangersKey() throws {
    let folder = try closedDesk()
    _ = try Store.renewKey(folder, now: now)
    try FileSystem.create(folder.nextKey, SecretKey.randomBytes())
    let version = Schema.version | Schema.handover
    try Database(path: folder.database, mode: .readWrite).runScript("PRAGMA user_version = \(version)")
    let before = bytes(folder.key)
    let fault = #expect(throws: StoreFault.self) { try Store(opening: folder) }
    guard case .otherKey(folder.nextKey)? = fault else {
        Issue.record("\(String(describing: fault))")
        return
    }
    #expect(bytes(folder.key) == before)
}

@Test("What a renewal that did not come to its commit has left is swept")
func leftovers() throws {
    let folder = try closedDesk()
    for path in [folder.nextKey, folder.nextAuditHead] { try FileSystem.create(path, [1]) }
    _ = try Store(opening: folder).sweep(olderThan: 0, now: now)
    for path in [folder.nextKey, folder.nextAuditHead] { #expect(!FileManager.default.fileExists(atPath: path)) }
    try FileSystem.create(folder.nextKey, [1])
    _ = try Store.renewKey(folder, now: now)
    #expect(try isProved(folder))
}

/// A store that another thread opens; read only after that thread has ended.
private final class OpenedElsewhere: @unchecked Sendable { var key: SecretKey? }

@Test("Who begins to open the desk while its key is renewed gets the new key")
func openedMeanwhile() throws {
    let folder = try closedDesk()
    var renewing: Database? = try Database(path: folder.database, mode: .readWrite)
    try renewing?.keepOthersOut()
    _ = try renewing?.first("PRAGMA user_version") { $0.int(0) }
    let opened = OpenedElsewhere()
    let thread = Thread { opened.key = try? Store(opening: folder).key }
    thread.start()
    while !thread.isExecuting && !thread.isFinished { usleep(1_000) }
    usleep(200_000)
    let new = SecretKey.randomBytes()
    try FileSystem.replace(folder.key, new)
    renewing = nil
    while !thread.isFinished { usleep(1_000) }
    let expected = try #require(SecretKey(bytes: new)).digest(.form, [1])
    #expect(opened.key?.digest(.form, [1]) == expected)
}
