import CGI
import Desk
import Pages
import Portal
import Secrets
import Store

/// `GET /staff/account`: the ways to one's password and authenticator app.
func showAccount(_ visit: inout Visit) throws -> Response {
    let member = try visit.staffMember()
    return visit.page(visit.pages().staffAccount(member, try visit.store().authenticator(of: .staff(member))))
}

/// `GET /staff/password`: the form for a password of one's own.
func showNewPassword(_ visit: inout Visit) throws -> Response {
    let member = try visit.staffMemberWithAnyPassword()
    return visit.page(visit.pages().newPassword(isFirst: member.mustChangePassword))
}

/// `POST /staff/password`: changes it, once the present one was given again; other sessions of the account end.
func changePassword(_ visit: inout Visit) throws -> Response {
    let member = try visit.staffMemberWithAnyPassword()
    let fields = try visit.readFields("password", "newPassword", "repeated")
    let (present, password) = (fields["password"] ?? "", fields["newPassword"] ?? "")
    var problems = try NewPassword.problems(
        password, repeated: fields["repeated"] ?? "", present: present, member, visit)
    if let fault = try visit.fault(ofPresent: present, of: member) { problems.insert(.init(.password, fault), at: 0) }
    guard problems.isEmpty, let token = visit.token(CookieName.staff) else {
        visit.record.refuse(problems)
        let page = visit.pages().newPassword(isFirst: member.mustChangePassword, problems: problems)
        return visit.page(page, .badRequest)
    }
    guard let hash = Password.hash(password) else {
        throw StoreFault.system(doing: "hash a password for", path: member.name, errno: 12)
    }
    try visit.store().changePassword(of: member, hash: hash, keeping: token, now: visit.now)
    return visit.redirect(visit.paths.dynamic("/staff/account"))
}

extension Visit {
    /// What is wrong with the present password that was asked for again; tries are counted like those of a login.
    mutating func fault(ofPresent password: String, of member: StaffMember) throws -> FieldFault? {
        guard !password.isEmpty else { return .missing }
        try countStaffTry(member.name)
        guard try store().isPresentPassword(password, of: member) else { return .wrongPresentPassword }
        for (kind, subject) in staffTries(member.name) { try store().untally(kind, subject) }
        return nil
    }
}

/// What is asked of a new password.
private enum NewPassword {
    static func problems(
        _ password: String, repeated: String, present: String, _ member: StaffMember, _ visit: Visit
    ) throws -> [FieldProblem<StaffField>] {
        if password.isEmpty { return [.init(.newPassword, .missing)] }
        if password.count < StaffMember.passwordLimit {
            return [.init(.newPassword, .tooShort(limit: StaffMember.passwordLimit))]
        }
        if password.utf8.count > Password.maximumBytes {
            return [.init(.newPassword, .tooLong(limit: Password.maximumBytes))]
        }
        if password != repeated { return [.init(.repeated, .passwordsDiffer)] }
        let refused = PasswordList(bytes: try visit.portal.refusedPasswords())
        if password == present || refused.contains(password)
            || CommonPasswords.contain(password, name: member.name, words: visit.settings.ownWords)
        {
            return [.init(.newPassword, .passwordWeak)]
        }
        return []
    }
}
