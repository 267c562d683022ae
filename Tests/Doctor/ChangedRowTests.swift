import Doctor
import TemporaryFolders
import Testing

@Test("A desk that nobody has touched is well")
func untouched() throws {
    #expect(try ExaminedDesk().findings() == [])
}

@Test("Accounts that the administrator's command has made, disabled and reset leave a desk well")
func managedAccounts() throws {
    let desk = try ExaminedDesk()
    defer { TemporaryFolder.remove(desk.home.path) }
    let isAdded = try desk.store.addStaff(
        name: "zahra", role: .clerk, units: ["health", "law"], passwordHash: "x", mustChangePassword: true,
        console: "root", now: 3_000)
    #expect(isAdded)
    #expect(try desk.store.setStaff("zahra", isDisabled: true, console: "root", now: 3_001))
    #expect(try desk.store.setStaff("zahra", isDisabled: false, console: "root", now: 3_002))
    #expect(try desk.store.resetStaff("zahra", passwordHash: "y", console: "root", now: 3_003))
    #expect(try desk.store.resetStaff("maryam", passwordHash: "y", console: "root", now: 3_004))
    try desk.store.keepAuditHead()
    #expect(desk.findings() == [])
}

@Test(
    "A row that was changed behind the store's back is found, by the check that is named",
    arguments: [
        // The chain of the audit
        ("UPDATE event SET text = 'x' WHERE id = 7", "audit", "audit line 7"),
        ("UPDATE event SET at = at + 1 WHERE id = 8", "audit", "audit line 8"),
        ("UPDATE event SET kind = 'statusAdded' WHERE id = 11", "audit", "audit line 11"),
        ("UPDATE event SET staff = 2 WHERE kind = 'rejected'", "audit", "audit line 9"),
        ("UPDATE event SET letter = 3 WHERE kind = 'statusAdded'", "audit", "audit line 10"),
        ("UPDATE event SET seal = x'00' WHERE id = 4", "audit", "audit line 4"),
        ("UPDATE event SET seal = NULL WHERE id = 4", "audit", "audit line 5"),
        ("UPDATE event SET facts = x'00' WHERE id = 3", "audit", "audit line 3"),
        ("UPDATE staff SET name = 'someone' WHERE name = 'maryam'", "audit", "audit line 7"),
        ("UPDATE staff SET role = 'administrator' WHERE name = 'ali'", "audit", "audit line 2"),
        ("DELETE FROM event WHERE id = 1", "audit", "audit line 1"),
        ("DELETE FROM event WHERE id = 10", "audit", "audit line 10"),
        ("DELETE FROM event WHERE id = 11", "audit", "audit line 11"),
        (
            "DELETE FROM event WHERE id = 11; UPDATE sqlite_sequence SET seq = 10 WHERE name = 'event'", "audit",
            "audit line 11"
        ),
        (
            "DELETE FROM event WHERE id = 10; UPDATE event SET id = 10 WHERE id = 11; UPDATE sqlite_sequence SET seq = 10",
            "audit", "audit line 10"
        ),
        ("UPDATE event SET id = 99 WHERE id = 11", "audit", "audit line 11"),
        ("INSERT INTO event (id, at, kind) VALUES (0, 1, 'accepted')", "audit", "audit line 0"),
        ("INSERT INTO event (id, at, kind) VALUES (-7, 1, 'accepted')", "audit", "audit line -7"),
        // What its lines tell of
        ("UPDATE letter SET sender = 'x' WHERE id = 1", "audit", "audit line 3"),
        ("UPDATE letter SET subject = '' WHERE id = 2", "audit", "audit line 4"),
        ("UPDATE letter SET unit = 'x' WHERE id = 3", "audit", "audit line 5"),
        ("UPDATE letter SET trackingCode = '1234567890' WHERE id = 1", "audit", "audit line 7"),
        ("UPDATE applicant SET mobile = '+989129999999' WHERE id = 3", "audit", "audit line 5"),
        ("UPDATE document SET name = 'x' WHERE letter = 3 AND number = 2", "audit", "audit line 5"),
        ("DELETE FROM document WHERE letter = 3 AND number = 2", "audit", "audit line 5"),
        ("UPDATE document SET hash = x'00' WHERE role = 'reply'", "audit", "audit line 11"),
        // Letters and events
        ("UPDATE letter SET letterNumber = 'x' WHERE id = 1", "histories", "letter 1"),
        ("UPDATE letter SET reason = 'x' WHERE id = 2", "histories", "letter 2"),
        ("UPDATE letter SET state = 'accepted', reason = NULL WHERE id = 2", "histories", "letter 2"),
        ("UPDATE letter SET state = 'underReview', decided = NULL WHERE id = 2", "histories", "letter 2"),
        ("UPDATE letter SET state = 'lost' WHERE id = 3", "histories", "letter 3"),
        ("DELETE FROM event WHERE letter = 3", "histories", "letter 3"),
        ("INSERT INTO event (letter, at, kind) VALUES (3, 1000, 'registered')", "histories", "letter 3"),
        ("DELETE FROM document WHERE letter = 3 AND role = 'letter'", "histories", "letter 3"),
        ("DELETE FROM document WHERE role = 'reply'", "histories", "letter 1"),
        ("DELETE FROM event WHERE kind = 'replied'", "histories", "letter 1"),
        ("DELETE FROM letter WHERE id = 3", "histories", "letter 3"),
        ("DELETE FROM letter WHERE id = 4", "histories", "letter 4"),
        ("DELETE FROM letter WHERE id = 3", "references", "refers to a missing row of letter"),
        // Numbers and accounts
        ("UPDATE letter SET sequence = 3 WHERE sequence = 2", "letter numbers", "letter number 2 of 1405"),
        ("UPDATE letter SET sequence = 1 WHERE sequence = 2", "letter numbers", "letter number 1 of 1405"),
        ("UPDATE letter SET sequence = NULL WHERE sequence = 2", "letter numbers", "letter 4"),
        ("UPDATE letter SET year = 1404 WHERE sequence = 2", "letter numbers", "letter number 2 of 1405"),
        ("UPDATE letterCounter SET last = 1", "letter numbers", "the counter of 1405"),
        ("UPDATE letterCounter SET last = 3", "letter numbers", "letter number 3 of 1405"),
        ("DELETE FROM letterCounter", "letter numbers", "the counter of 1405"),
        (
            "INSERT INTO staff (name, role, password, mustChange, created) VALUES ('eve', 'administrator', 'x', 0, 1)",
            "accounts", "account eve"
        ),
        ("UPDATE staff SET role = 'administrator' WHERE name = 'ali'", "audit", "something that was changed since"),
        ("UPDATE event SET text = text || ' ← root' WHERE kind = 'staffAdded'", "audit", "was changed"),
        // Documents
        ("UPDATE document SET path = '../key' WHERE letter = 3 AND number = 1", "documents", "letter 3"),
        ("UPDATE document SET bytes = 1 WHERE letter = 3 AND number = 1", "documents", "letter 3"),
        ("UPDATE document SET hash = zeroblob(32) WHERE letter = 3 AND number = 1", "documents", "letter 3"),
    ])
func changedRow(sql: String, check: String, words: String) throws {
    let desk = try ExaminedDesk()
    defer { TemporaryFolder.remove(desk.home.path) }
    try desk.write(sql)
    let findings = desk.findings()
    #expect(
        findings.contains { $0.weight == .wrong && $0.check == check && $0.line.contains(words) },
        "\(findings.map(\.line))")
}
