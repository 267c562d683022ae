import Desk
import Portal

/// The parts of forms that ask for the second factor.
extension Pages {
    /// The field for the app's code.
    func appCodeField(error: String?) -> HTML {
        textField(
            "code", label: .appCodeLabel, hint: .text(texts(.appCodeHint)), error: error,
            attributes:
                "class=\"code\" inputmode=\"numeric\" autocomplete=\"one-time-code\" dir=\"ltr\" maxlength=\"20\" required"
        )
    }

    /// The field for a recovery code.
    func recoveryField(error: String?) -> HTML {
        textField(
            "recovery", label: .recoveryLabel, hint: .text(texts(.recoveryHint)), error: error,
            attributes: "class=\"number\" inputmode=\"numeric\" autocomplete=\"off\" dir=\"ltr\" maxlength=\"40\"")
    }

    /// The way in for somebody without the app: a folded form of its own, open where its code was wrong.
    func recoveryForm(to path: String, _ text: Text, button: Text, error: String?) -> HTML {
        lostApp(
            isOpen: error != nil,
            """
            <p>\(texts(text))</p>
            \(postForm(to: paths.dynamic(path), """
                \(recoveryField(error: error))\
                <div class="actions"><button class="button secondary">\(texts(button))</button></div>

                """))
            """)
    }

    /// What only those need who have lost the app.
    func lostApp(isOpen: Bool, _ content: HTML) -> HTML {
        "<details\(if: isOpen, " open")><summary>\(texts(.recoveryLost))</summary>\n\(content)</details>\n"
    }
}
