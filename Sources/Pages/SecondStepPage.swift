import Desk
import Portal

extension Pages {
    /// The second step of a staff login: the code of the app, or a recovery code in its place.
    public func secondStep(problems: [FieldProblem<StaffField>] = []) -> Page {
        let errors = staffErrors(problems)
        return Page(
            title: texts(.secondStepTitle),
            main: """
                \(errorSummary(errors))\
                <h1>\(texts(.secondStepTitle))</h1>
                <p class="lead">\(texts(.secondStepLead))</p>
                \(postForm(to: paths.dynamic("/staff/login/code"), """
                    \(appCodeField(error: sentence(of: "code", in: errors)))\
                    <div class="actions"><button class="button">\(texts(.staffLoginButton))</button></div>

                    """))\
                \(recoveryForm(
                    to: "/staff/login/code", .recoveryLostStaffText, button: .staffLoginButton,
                    error: sentence(of: "recovery", in: errors)))
                """,
            hasErrors: !errors.isEmpty)
    }
}
