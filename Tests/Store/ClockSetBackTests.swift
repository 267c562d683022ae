import Desk
import Secrets
import Testing

@testable import Store

// The clock stood ten years ahead for a while, and was set right.
private let right = 1_000_000
private let ahead = right + 10 * 365 * 86_400
private let mobile = MobileNumber(stored: "+989120000001")
private let limits = Limits()

@Test("A limit that was reached while the clock was ahead holds nobody back once it is right, and counts anew")
func limitsAfterSettingBack() throws {
    let store = try TestDesk().store
    for _ in 0..<3 { _ = try store.tally(.codesPerNumber, "a", limit: 2, seconds: 100, now: ahead) }
    #expect(try store.waiting(.codesPerNumber, "a", limit: 2, seconds: 100, now: ahead) == 100)
    #expect(try store.waiting(.codesPerNumber, "a", limit: 2, seconds: 100, now: right) == nil)
    #expect(try store.tally(.codesPerNumber, "a", limit: 2, seconds: 100, now: right) == nil)
    #expect(try store.tally(.codesPerNumber, "a", limit: 2, seconds: 100, now: right + 1) == nil)
    #expect(try store.tally(.codesPerNumber, "a", limit: 2, seconds: 100, now: right + 2) == 98)
}

@Test("Setting the clock right by minutes, or a request that overtakes another, frees nobody", arguments: [1, 300])
func smallCorrections(seconds: Int) throws {
    let store = try TestDesk().store
    for _ in 0..<3 { _ = try store.tally(.codesPerNumber, "a", limit: 2, seconds: 100, now: right) }
    let before = right - seconds
    #expect(try store.waiting(.codesPerNumber, "a", limit: 2, seconds: 100, now: before) == 100 + seconds)
    #expect(try store.tally(.codesPerNumber, "a", limit: 2, seconds: 100, now: before) == 100 + seconds)
    #expect(try store.tally(.codesPerNumber, "a", limit: 2, seconds: 100, now: before - 300) == nil)
}

@Test("A session that began while the clock was ahead is over once it is right, and so is one that was seen then")
func sessionsAfterSettingBack() throws {
    let desk = try TestDesk()
    let token = try desk.store.signIn(mobile, now: ahead)
    #expect(try desk.store.session(token, limits: limits, now: ahead) != nil)
    #expect(try desk.store.session(token, limits: limits, now: right) == nil)
    let holder = Session.Holder.applicant(Applicant(id: 1, mobile: mobile))
    for (started, seen, isLive) in [
        (right, ahead, false), (right + 300, right + 300, true), (right, right + 301, false),
    ] {
        #expect(Session(holder: holder, started: started, seen: seen).isLive(at: right, limits: limits) == isLive)
    }
    // Nor is it good again should the clock run ahead once more.
    try desk.store.tidy(now: right, sessionsBefore: right - 86_400)
    #expect(try desk.store.session(token, limits: limits, now: ahead) == nil)
}

@Test("A code or a first step of a login that was made while the clock was ahead opens nothing once it is right")
func codesAfterSettingBack() throws {
    let desk = try TestDesk()
    var sent = ""
    func code(_ now: Int) throws -> Token {
        try desk.store.makeCode(for: mobile, from: "192.0.2.1", assurance: .none, limits: limits, now: now) {
            sent = $0
            return desk.message(.code, mobile)
        }
    }
    let old = try code(ahead)
    #expect(try desk.store.tryCode(sent, token: old, from: "192.0.2.1", limits: limits, now: right) == .expired)
    let new = try code(right)
    #expect(try desk.store.tryCode(sent, token: new, from: "192.0.2.1", limits: limits, now: right) == .right(mobile))

    let member = try desk.member(.reviewer, "maryam")
    let step = try desk.store.passwordStep(of: member, now: ahead)
    #expect(try desk.store.memberPastPassword(step, now: ahead) != nil)
    #expect(try desk.store.memberPastPassword(step, now: right) == nil)
}

@Test("A message that was put in while the clock was ahead leaves once it is right, and is not tried without end")
func messagesAfterSettingBack() throws {
    let desk = try TestDesk()
    try desk.store.write { try desk.store.enqueue(desk.message(.accepted, mobile), now: ahead) }
    let entry = try #require(try desk.store.dueMessages(limit: 1, now: right).first)
    try desk.store.beginTry(entry, retryAt: right + 21_600)
    #expect(try desk.store.dueMessages(limit: 1, now: right).isEmpty)
    #expect(try desk.store.dueMessages(limit: 1, now: right + 21_600).count == 1)
}

@Test("What was uploaded while the clock was ahead does not use up a number's allowance for years")
func allowanceAfterSettingBack() throws {
    let desk = try TestDesk()
    var small = Limits()
    (small.requestBytes, small.applicantBytes, small.freeBytes) = (100, 500, 0)
    let applicant = try desk.applicant()
    try desk.register(from: applicant, now: ahead)
    func refusal(_ now: Int) throws -> UploadRefusal? {
        try desk.store.refusal(ofUpload: 400, from: applicant, network: "192.0.2.1", limits: small, now: now)
    }
    guard case .number? = try refusal(ahead) else {
        Issue.record("the letter is smaller than the allowance")
        return
    }
    #expect(try refusal(right) == nil)
}

@Test("Letter numbers of a year go on where they stood when the clock comes back to it")
func numbersAfterSettingBack() throws {
    let desk = try TestDesk()
    let (applicant, reviewer) = (try desk.applicant(), try desk.member(.reviewer, "maryam"))
    for year in [1405, 1415, 1405, 1415] {
        try desk.accept(try desk.register(from: applicant), by: reviewer, year: year)
    }
    let numbers = try desk.store.database.all("SELECT letterNumber FROM letter ORDER BY id") { $0.text(0) }
    #expect(numbers == ["1405/1", "1415/1", "1405/2", "1415/2"])
}
