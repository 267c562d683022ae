import Desk
import Portal

extension Pages {
    /// Where somebody is signed in, and the buttons that end it.
    ///
    /// - Parameters:
    ///   - fault: what is wrong with the password that the staff give again.
    ///   - isEnded: whether something was ended just now.
    public func openSessions(_ sessions: [OpenSession], fault: FieldFault? = nil, isEnded: Bool = false) -> Page {
        let errors = fault.map { [("password", sentence($0, label: .passwordPresentLabel))] } ?? []
        let isStaff = if case .staff = account { true } else { false }
        let hasOthers = sessions.contains { !$0.isOwn }
        let list: HTML = "<ul class=\"letters\">\n\(sessions.map(entry))</ul>\n"
        let form = postForm(
            to: paths.dynamic(isStaff ? "/staff/sessions" : "/sessions"),
            """
            \(if: isStaff, passwordField("password", .passwordPresentLabel, "current-password", errors))\
            \(list)\
            <div class="actions"><button class="button" name="all" value="1">\(texts(.sessionsEndOthers))</button></div>

            """)
        return Page(
            title: texts(.sessionsTitle),
            main: """
                \(errorSummary(errors))\
                \(if: isEnded, "<div class=\"notice success\" role=\"status\"><p>\(texts(.sessionsEnded))</p></div>\n")\
                <h1>\(texts(.sessionsTitle))</h1>
                <p class="lead">\(texts(hasOthers ? .sessionsLead : .sessionsAlone))</p>
                \(hasOthers ? form : list)\

                """,
            hasErrors: !errors.isEmpty)
    }

    private func entry(_ session: OpenSession) -> HTML {
        let end: HTML =
            session.isOwn
            ? "<p>\(texts(.sessionOwn))</p>"
            : """
            <div class="actions"><button class="button secondary" name="session" value="\(session.mark)">\
            \(texts(.sessionEnd))</button></div>
            """
        return """
            <li class="letter"><dl class="facts">
            <div><dt>\(texts(.sessionStarted))</dt><dd>\(moment(session.started))</dd></div>
            <div><dt>\(texts(.sessionSeen))</dt><dd>\(moment(session.seen))</dd></div>
            </dl>
            \(end)</li>

            """
    }
}
