import CGI
import Desk
import Pages
import Portal
import Secrets
import Store

/// `GET /staff/login`: name and password.
func showStaffLogin(_ visit: inout Visit) throws -> Response {
    _ = try visit.store()
    let token = visit.token(CookieName.form) ?? Token.random()
    visit.formCookie = token
    var response = visit.page(visit.pages().staffLogin())
    response.add(visit.cookie(CookieName.form, token.text))
    return response
}

/// `POST /staff/login`: signs a member of the staff in. Tries are counted before the password is looked at.
func signStaffIn(_ visit: inout Visit) throws -> Response {
    visit.formCookie = visit.token(CookieName.form)
    let fields = try visit.readFields("name", "password")
    let name = fields["name"] ?? ""
    let password = fields["password"] ?? ""
    guard !name.isEmpty, !password.isEmpty else {
        var problems: [FieldProblem<StaffField>] = []
        if name.isEmpty { problems.append(.init(.name, .missing)) }
        if password.isEmpty { problems.append(.init(.password, .missing)) }
        return visit.staffLoginAgain(name, problems)
    }
    try visit.countStaffTry(name)
    let member = StaffMember.isName(name) ? name : ""
    guard let member = try visit.store().staffMember(name: member, password: password) else {
        try visit.store().recordFailedSignIn(name: String(name.prefix(32)), now: visit.now)
        return visit.staffLoginAgain(name, [.init(.name, .wrongPassword)])
    }
    for (kind, subject) in visit.staffTries(name) { try visit.store().untally(kind, subject) }
    let session = try visit.store().signIn(member, now: visit.now)
    let next = member.mustChangePassword ? "/staff/password" : member.mayAudit ? "/staff/audit" : "/staff/letters"
    var response = visit.redirect(visit.paths.dynamic(next))
    response.add(visit.cookie(CookieName.staff, session.text))
    return response
}

/// `GET /staff/password`: the form for a password of one's own.
func showNewPassword(_ visit: inout Visit) throws -> Response {
    _ = try visit.staffMemberWithAnyPassword()
    return visit.page(visit.pages().newPassword())
}

/// `POST /staff/password`: changes it; other sessions of the account end.
func changePassword(_ visit: inout Visit) throws -> Response {
    let member = try visit.staffMemberWithAnyPassword()
    let fields = try visit.readFields("newPassword", "repeated")
    let password = fields["newPassword"] ?? ""
    let problems = try visit.problems(password, repeated: fields["repeated"] ?? "", member)
    guard problems.isEmpty, let token = visit.token(CookieName.staff) else {
        visit.record.refuse(problems)
        return visit.page(visit.pages().newPassword(problems: problems), .badRequest)
    }
    guard let hash = Password.hash(password) else {
        throw StoreFault.system(doing: "hash a password for", path: member.name, errno: 12)
    }
    try visit.store().changePassword(of: member, hash: hash, keeping: token, now: visit.now)
    return visit.redirect(visit.paths.dynamic(member.mayAudit ? "/staff/audit" : "/staff/letters"))
}

extension Visit {
    /// What a try to log in is counted under.
    fileprivate func staffTries(_ name: String) -> [(Store.TallyKind, String)] {
        [(.wrongPasswordsPerName, name), (.wrongPasswordsPerAddress, network)]
    }

    fileprivate func staffLoginAgain(_ name: String, _ problems: [FieldProblem<StaffField>]) -> Response {
        record.refuse(problems)
        return page(pages().staffLogin(name: name, problems: problems), .badRequest)
    }

    fileprivate mutating func countStaffTry(_ name: String) throws {
        for (kind, subject) in staffTries(name) {
            if let wait = try store().tally(kind, subject, limit: limits.staffTries, seconds: 900, now: now) {
                throw Refusal.tooMany(retryAfter: wait)
            }
        }
    }

    fileprivate mutating func problems(
        _ password: String, repeated: String, _ member: StaffMember
    ) throws -> [FieldProblem<StaffField>] {
        if password.isEmpty { return [.init(.newPassword, .missing)] }
        if password.count < StaffMember.passwordLimit {
            return [.init(.newPassword, .tooShort(limit: StaffMember.passwordLimit))]
        }
        if password.utf8.count > Password.maximumBytes {
            return [.init(.newPassword, .tooLong(limit: Password.maximumBytes))]
        }
        if password != repeated { return [.init(.repeated, .passwordsDiffer)] }
        let isWeak = CommonPasswords.contain(password, name: member.name)
        if try isWeak || store().isPresentPassword(password, of: member) { return [.init(.newPassword, .passwordWeak)] }
        return []
    }
}
