import Desk
import Portal

/// The fields of the login's two forms, by the names that the interface fixes.
public enum LoginField: String, Sendable {
    case mobile, captcha, code, recovery
}

extension Pages {
    /// Mobile number and security code; the static login page and the answer to a wrong form are the same page.
    public func login(mobile: String = "", problems: [FieldProblem<LoginField>] = [], notice: Text? = nil) -> Page {
        let errors = loginErrors(problems)
        let example = HTML.text(texts(.mobileHint))
        let asksForCode = settings.securityCode == .image
        // Where the script's answer was refused, or none came, the image is shown.
        let needsImage = problems.contains { $0.field == .captcha && $0.fault != .harderCodeNeeded }
        return Page(
            title: texts(.loginTitle), summary: texts(.loginLead),
            main: """
                \(errorSummary(errors))\(notice.map { "<div class=\"notice\" role=\"status\"><p>\(texts($0))</p></div>\n" })\
                <h1>\(texts(.loginTitle))</h1>
                <p class="lead">\(texts(.loginLead))</p>
                <form method="post" action="\(paths.dynamic("/login/code"))"\(if: asksForCode && !needsImage, " data-work=\"\(paths.dynamic("/captcha/work"))\"") novalidate>
                \(if: asksForCode, defaultButton)\
                <input type="hidden" name="lang" value="\(language.rawValue)">
                \(textField(
                    "mobile", label: .mobileLabel, hint: example, value: mobile, error: sentence(of: "mobile", in: errors),
                    attributes: "class=\"number\" type=\"tel\" inputmode=\"tel\" autocomplete=\"tel\" dir=\"ltr\" maxlength=\"40\" required"))\
                \(if: asksForCode, securityCodeField(error: sentence(of: "captcha", in: errors)))\
                <div class="actions"><button class="button">\(texts(.sendCode))</button></div>
                \(if: asksForCode, workStatus)</form>
                \(if: asksForCode, scripts("login.js"))
                """,
            hasErrors: !errors.isEmpty)
    }

    /// The code that came by SMS.
    ///
    /// - Parameters:
    ///   - mobile: where it went.
    ///   - wait: seconds until another can be asked for.
    public func code(mobile: MobileNumber, wait: Int = 0, problems: [FieldProblem<LoginField>] = []) -> Page {
        let errors = loginErrors(problems)
        let minutes = count((settings.limits.codeLifetime + 59) / 60)
        let again = HTML.text(texts(.codeNotReceivedText))
        return Page(
            title: texts(.codeTitle),
            main: """
                \(errorSummary(errors))\
                <h1>\(texts(.codeTitle))</h1>
                <p class="lead">\(sentence(.codeSent, ["mobile": number(mobile), "minutes": .text(minutes)]))</p>
                \(postForm(to: paths.dynamic("/login/verify"), """
                    \(textField(
                        "code", label: .codeLabel, hint: .text(texts(.codeHint)), error: sentence(of: "code", in: errors),
                        attributes: "class=\"code\" inputmode=\"numeric\" autocomplete=\"one-time-code\" dir=\"ltr\" maxlength=\"20\" required"))\
                    <div class="actions"><button class="button">\(texts(.confirmCode))</button></div>

                    """))\
                <p class="again" data-seconds="\(wait)" hidden><span data-sentence="\(texts(.codeWait))"></span>\
                <a href="\(paths.login)" hidden>\(texts(.codeAgain))</a><span class="announcement" role="status" data-ready="\(texts(.codeReady))"></span></p>
                <details><summary>\(texts(.codeNotReceived))</summary>
                <p>\(again)</p>
                <p><a href="\(paths.login)">\(texts(.codeAgain))</a></p></details>
                \(recoveryForm(
                    to: "/login/verify", .recoveryLostText, button: .confirmCode, error: sentence(of: "recovery", in: errors)))\
                \(scripts("code.js"))

                """,
            hasErrors: !errors.isEmpty)
    }

    private func loginErrors(_ problems: [FieldProblem<LoginField>]) -> [(field: String, sentence: String)] {
        problems.map { problem in
            let label: Text =
                switch problem.field {
                case .mobile: .mobileLabel
                case .captcha: .securityCodeLabel
                case .code: .codeLabel
                case .recovery: .recoveryLabel
                }
            return (problem.field.rawValue, sentence(problem.fault, label: label))
        }
    }

    /// The sentence for a field, if something is wrong with it; several files may each need one, in a line of its own.
    func sentence(of field: String, in errors: [(field: String, sentence: String)]) -> String? {
        let sentences = errors.filter { $0.field == field }.map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "\n")
    }
}
