import Desk
import Secrets
import Testing

@testable import Store

private let now = 1_790_000_010

extension DeskWithApp {
    fileprivate var mobile: MobileNumber {
        guard case .applicant(let applicant) = holder else { return MobileNumber(stored: "") }
        return applicant.mobile
    }

    /// Asks for a login code; answers with the browser's token and the code that the message would carry.
    fileprivate func ask(_ mobile: MobileNumber, after seconds: Int = 0) throws -> (Token, String) {
        var sent = ""
        let token = try desk.store.makeCode(
            for: mobile, from: "192.0.2.1", assurance: .none, limits: Limits(), now: now + seconds
        ) {
            sent = $0
            return desk.message(.code, mobile, expires: now + seconds + 300)
        }
        return (token, sent)
    }

    fileprivate func login(_ typed: SecondFactor, _ token: Token, after seconds: Int = 0) throws -> CodeTry {
        try desk.store.tryFactor(
            typed, token: token, from: "192.0.2.1", limits: Limits(), now: now + seconds)
    }
}

@Test("To a number with an app no message leaves, and its code opens nothing; the app's code does, once")
func appInPlaceOfMessage() throws {
    let with = try DeskWithApp(staff: false)
    let (token, unsent) = try with.ask(with.mobile)
    #expect(try with.desk.store.dueMessages(limit: 9, now: now).isEmpty)
    #expect(try with.login(.appCode(unsent), token) == .wrong(triesLeft: 4))
    #expect(try with.login(with.code(0), token) == .wrong(triesLeft: 3), "used to add the app")
    #expect(try with.login(with.code(1), token) == .right(with.mobile))
    let (second, _) = try with.ask(with.mobile, after: 60)
    #expect(try with.login(with.code(1), second, after: 60) == .wrong(triesLeft: 4))
    #expect(try with.login(with.code(2), second, after: 60) == .right(with.mobile))
}

@Test("A recovery code logs in, once; for a number without an app it is a wrong code like any other")
func recoveryInPlaceOfMessage() throws {
    let with = try DeskWithApp(staff: false)
    let (token, _) = try with.ask(with.mobile)
    #expect(try with.login(.recoveryCode("1234567890123456"), token) == .wrong(triesLeft: 4))
    #expect(try with.login(.recoveryCode(with.recovery[9]), token) == .right(with.mobile))
    #expect(try with.desk.store.authenticator(of: with.holder) == .on(recoveryCodesLeft: 9))
    let other = MobileNumber(stored: "+989129999999")
    let (second, sent) = try with.ask(other)
    #expect(try with.login(.recoveryCode(with.recovery[0]), second) == .wrong(triesLeft: 4))
    #expect(try with.login(.recoveryCode(sent), second) == .wrong(triesLeft: 3), "the code belongs into its own field")
    #expect(try with.login(.appCode(sent), second) == .right(other))
}

@Test("Numbers with an app, without one and unknown ones have the same rows, limits and tries")
func sameRows() throws {
    let with = try DeskWithApp(staff: false)
    _ = try with.desk.applicant("09120000002")
    let numbers = [with.mobile, MobileNumber(stored: "+989120000002"), MobileNumber(stored: "+989120000003")]
    for number in numbers {
        let before = try (with.desk.count("outbox"), with.desk.count("loginCode"), with.desk.count("tally"))
        let (token, _) = try with.ask(number)
        #expect(try with.desk.count("outbox") == before.0 + 1)
        #expect(try with.desk.count("loginCode") == before.1 + 1)
        for left in [4, 3, 2, 1] {
            #expect(try with.login(.appCode("abc"), token) == .wrong(triesLeft: left), "\(number)")
        }
        #expect(try with.login(.appCode("abc"), token) == .expired)
        #expect(throws: CodeRefusal.tooMany(retryAfter: 1)) { try with.ask(number, after: 59) }
    }
}

@Test("Once the app is removed, or reset by the office, the codes come by message again", arguments: [true, false])
func messageAgain(byOffice: Bool) throws {
    let with = try DeskWithApp(staff: false)
    if byOffice {
        #expect(try with.desk.store.resetAuthenticator(of: with.mobile, console: "ali", now: now))
        #expect(try !with.desk.store.resetAuthenticator(of: with.mobile, console: "ali", now: now))
        #expect(try with.desk.store.session(with.token, limits: Limits(), now: now) == nil)
        let event = try #require(try with.desk.store.audit(before: nil, limit: 1).first)
        #expect(event.kind == .authenticatorReset && event.text == "…0001 ← ali")
    } else {
        let result = try with.desk.store.removeAuthenticator(
            of: with.holder, by: .recoveryCode(with.recovery[0]), keeping: with.token, limits: Limits(), now: now)
        #expect(result == .right)
    }
    let (token, sent) = try with.ask(with.mobile)
    #expect(try with.desk.store.dueMessages(limit: 9, now: now).count == 1)
    #expect(try with.login(.appCode(sent), token) == .right(with.mobile))
}
