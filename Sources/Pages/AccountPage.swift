import Desk
import Portal

extension Pages {
    /// A staff member's own account: the ways to the password and to the authenticator app.
    public func staffAccount(_ member: StaffMember, _ authenticator: Authenticator) -> Page {
        let state: HTML =
            if case .on(let left) = authenticator {
                "<p>\(texts(.authenticatorOn)) \(texts(.recoveryLeft, ["count": count(left)]))</p>\n"
            } else {
                "<p>\(texts(.authenticatorStaffLead))</p>\n"
            }
        return Page(
            title: texts(.accountTitle),
            main: """
                <h1>\(texts(.accountTitle))</h1>
                <div class="columns even">
                <section class="panel"><h2>\(texts(.staffPasswordLabel))</h2><p>\(texts(.passwordChangeLead))</p>
                <div class="actions"><a class="button secondary" href="\(paths.dynamic("/staff/password"))">\(texts(.passwordTitle))</a></div></section>
                <section class="panel"><h2>\(texts(.authenticatorTitle))</h2>\(state)\
                <div class="actions"><a class="button secondary" href="\(paths.dynamic("/staff/authenticator"))">\(texts(.authenticatorTitle))</a></div></section>
                </div>
                <p><a href="\(paths.dynamic("/staff/sessions"))">\(texts(.sessionsTitle))</a></p>

                """)
    }
}
