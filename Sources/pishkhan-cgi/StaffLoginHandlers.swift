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
    guard let member = try visit.store().staffMember(name: member, password: password, now: visit.now) else {
        try visit.store().recordFailedSignIn(name: String(name.prefix(32)), now: visit.now)
        return visit.staffLoginAgain(name, [.init(.name, .wrongPassword)])
    }
    for (kind, subject) in visit.staffTries(name) { try visit.store().untally(kind, subject) }
    if member.hasSecondFactor {
        var response = visit.redirect(visit.paths.dynamic("/staff/login/code"))
        let step = try visit.store().passwordStep(of: member, now: visit.now)
        response.add(visit.cookie(CookieName.passwordStep, step, maxAge: Store.passwordStepLifetime))
        return response
    }
    return try visit.signIn(member, leadingTo: member.start)
}

extension Visit {
    /// What a try to log in is counted under.
    func staffTries(_ name: String) -> [(Store.TallyKind, String)] {
        [(.wrongPasswordsPerName, name), (.wrongPasswordsPerAddress, network)]
    }

    fileprivate func staffLoginAgain(_ name: String, _ problems: [FieldProblem<StaffField>]) -> Response {
        record.refuse(problems)
        return page(pages().staffLogin(name: name, problems: problems), .badRequest)
    }

    mutating func countStaffTry(_ name: String) throws {
        for (kind, subject) in staffTries(name) {
            if let wait = try store().tally(kind, subject, limit: limits.staffTries, seconds: 900, now: now) {
                throw Refusal.tooMany(retryAfter: wait)
            }
        }
    }

    /// Begins the session.
    mutating func signIn(_ member: StaffMember, leadingTo path: String) throws -> Response {
        let session = try store().signIn(member, replacing: token(CookieName.staff), now: now)
        var response = redirect(paths.dynamic(path))
        response.add(cookie(CookieName.staff, session.text))
        return response
    }
}

extension StaffMember {
    /// The first page after the login.
    var start: String { mustChangePassword ? "/staff/password" : mayAudit ? "/staff/audit" : "/staff/letters" }
}
