import CGI
import Desk
import Pages
import Persian
import Portal
import Store

/// What the login form's fields are worth, before a code is sent.
extension Visit {
    /// The number that was typed, what the browser has shown, and what is wrong with either.
    mutating func check(
        _ fields: Fields, mobile typed: String
    ) throws -> (MobileNumber?, Assurance, [FieldProblem<LoginField>]) {
        var problems: [FieldProblem<LoginField>] = []
        let mobile = MobileNumber(typed: typed, plan: settings.mobilePlan)
        if mobile == nil { problems.append(.init(.mobile, typed.isEmpty ? .missing : .notAMobileNumber)) }
        guard settings.securityCode == .image else { return (mobile, .none, problems) }
        let digits = asciiDigits(fields["captcha"] ?? "").filter { $0 != " " }
        let work = fields["work"] ?? ""
        let shown =
            !digits.isEmpty ? try assurance(digits: digits) : !work.isEmpty ? try assurance(work: work) : nil
        if shown == nil {
            problems.append(.init(.captcha, digits.isEmpty && work.isEmpty ? .missing : .wrongSecurityCode))
        }
        return (mobile, shown ?? .none, problems)
    }

    /// A wrong answer to a code of ours counts for the address; what is no code of ours leaves no trace.
    private func assurance(digits: String) throws -> Assurance? {
        guard let challenge = try challenge(.securityCode) else { return nil }
        guard try store().spendSecurityCode(challenge, typed: digits, now: now) else {
            try store().countWrong(from: network, limits: limits, now: now)
            return nil
        }
        return challenge.level >= limits.harderCodeDigits ? .harder : .usual
    }

    private func assurance(work: String) throws -> Assurance? {
        guard let challenge = try challenge(.work),
            try store().spendWork(challenge, solution: work, now: now)
        else { return nil }
        return challenge.level >= limits.harderWorkBits ? .harder : .usual
    }

    /// An answered challenge is spent, so the browser need not keep it.
    func forgetAnswers(in response: inout Response) {
        for name in [CookieName.securityCode, CookieName.work] where cookieValue(name) != nil {
            response.add(cookie(name, "")?.deleted)
        }
    }
}
