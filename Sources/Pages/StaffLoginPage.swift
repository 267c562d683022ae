import Desk
import Portal

/// The fields of the staff's account forms.
public enum StaffField: String, Sendable {
    case name, password, newPassword, repeated, code, recovery
}

extension Pages {
    /// Name and password.
    public func staffLogin(name: String = "", problems: [FieldProblem<StaffField>] = []) -> Page {
        let errors = staffErrors(problems)
        return Page(
            title: texts(.staffLoginTitle),
            main: """
                \(errorSummary(errors))\
                <h1>\(texts(.staffLoginTitle))</h1>
                \(postForm(to: paths.dynamic("/staff/login"), """
                    \(textField(
                        "name", label: .staffNameLabel, value: name, error: sentence(of: "name", in: errors),
                        attributes: "autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" dir=\"ltr\" maxlength=\"32\" required"))\
                    \(passwordField("password", .staffPasswordLabel, "current-password", errors))\
                    <div class="actions"><button class="button">\(texts(.staffLoginButton))</button></div>

                    """))
                """,
            hasErrors: !errors.isEmpty)
    }

    /// A password of one's own.
    ///
    /// - Parameter isFirst: whether the present one was given by an administrator.
    public func newPassword(isFirst: Bool, problems: [FieldProblem<StaffField>] = []) -> Page {
        let errors = staffErrors(problems)
        let hint = texts(.passwordNewHint, ["limit": count(StaffMember.passwordLimit)])
        return Page(
            title: texts(.passwordTitle),
            main: """
                \(errorSummary(errors))\
                <h1>\(texts(.passwordTitle))</h1>
                <p class="lead">\(texts(isFirst ? .passwordLead : .passwordChangeLead))</p>
                \(postForm(to: paths.dynamic("/staff/password"), """
                    \(passwordField("password", .passwordPresentLabel, "current-password", errors))\
                    \(passwordField("newPassword", .passwordNewLabel, "new-password", errors, hint: .text(hint)))\
                    \(passwordField("repeated", .passwordRepeatLabel, "new-password", errors))\
                    <div class="actions"><button class="button">\(texts(.passwordButton))</button></div>

                    """))
                """,
            hasErrors: !errors.isEmpty)
    }

    func passwordField(
        _ name: String, _ label: Text, _ autocomplete: String, _ errors: [(field: String, sentence: String)],
        hint: HTML? = nil
    ) -> HTML {
        textField(
            name, label: label, hint: hint, error: sentence(of: name, in: errors),
            attributes: "type=\"password\" autocomplete=\"\(autocomplete)\" dir=\"ltr\" maxlength=\"256\" required")
    }

    func staffErrors(_ problems: [FieldProblem<StaffField>]) -> [(field: String, sentence: String)] {
        problems.map { problem in
            let label: Text =
                switch problem.field {
                case .name: .staffNameLabel
                case .password: .staffPasswordLabel
                case .newPassword: .passwordNewLabel
                case .repeated: .passwordRepeatLabel
                case .code: .appCodeLabel
                case .recovery: .recoveryLabel
                }
            return (problem.field.rawValue, sentence(problem.fault, label: label))
        }
    }
}
