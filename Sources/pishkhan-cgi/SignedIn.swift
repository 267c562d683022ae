import Desk
import Portal
import Secrets
import Store

/// Who acts: from the session only, asked for at the head of every handler that needs somebody.
extension Visit {
    /// The citizen who is signed in.
    mutating func applicant() throws -> Applicant { try applicantWithLogin().applicant }

    /// The citizen who is signed in, and whether the login is recent enough to change how one logs in.
    mutating func applicantWithLogin() throws -> (applicant: Applicant, isFresh: Bool) {
        guard let token = token(CookieName.session),
            let session = try store().session(token, limits: limits, now: now),
            case .applicant(let applicant) = session.holder
        else { throw Refusal.signedOut }
        account = .applicant(applicant.mobile)
        formCookie = token
        return (applicant, session.isFresh(at: now))
    }

    /// The member of the staff who is signed in, with a password of their own and, where the config asks for one, an
    /// authenticator app.
    mutating func staffMember() throws -> StaffMember {
        let member = try staffMemberWithOwnPassword()
        guard member.hasSecondFactor || !settings.requiresSecondFactor else { throw Refusal.mustAddAuthenticator }
        return member
    }

    /// The member of the staff who is signed in and has a password of their own, even without an authenticator app.
    mutating func staffMemberWithOwnPassword() throws -> StaffMember {
        let member = try staffMemberWithAnyPassword()
        guard !member.mustChangePassword else { throw Refusal.mustChangePassword }
        return member
    }

    /// The member of the staff who is signed in, even with the first password.
    mutating func staffMemberWithAnyPassword() throws -> StaffMember {
        guard let token = token(CookieName.staff),
            let session = try store().session(token, limits: limits, now: now),
            case .staff(var member) = session.holder
        else { throw Refusal.staffSignedOut }
        // Whoever acts for a unit acts for those whose place it has taken.
        if member.role == .clerk { member = member.with(units: try portal.replacements().including(member.units)) }
        account = .staff(member)
        formCookie = token
        return member
    }

    /// Who is signed in on a page that citizens and the staff both have, the staff below `/staff`.
    ///
    /// - Parameters:
    ///   - path: the citizens' dynamic path of that page.
    ///   - staffMember: the member of the staff, if that is who asks.
    mutating func signedIn(at path: String, staffMember: (inout Visit) throws -> StaffMember) throws -> SignedIn {
        if request.path.utf8.starts(with: "/staff/".utf8) {
            ownPath = "/staff" + path
            let member = try staffMember(&self)
            guard let token = token(CookieName.staff) else { throw Refusal.staffSignedOut }
            return SignedIn(holder: .staff(member), token: token, isFresh: true)
        }
        ownPath = path
        let (applicant, isFresh) = try applicantWithLogin()
        guard let token = token(CookieName.session) else { throw Refusal.signedOut }
        return SignedIn(holder: .applicant(applicant), token: token, isFresh: isFresh)
    }
}

/// Somebody who is signed in, and in which session.
struct SignedIn {
    let holder: Session.Holder
    let token: Token
    /// Whether the login is proof enough for changes of how one logs in: the staff give their password again in any case.
    let isFresh: Bool
}
