import Portal

extension Pages {
    /// What Enter presses: the first button of a form, which must not be the one for another image.
    var defaultButton: HTML { "<button class=\"default\" tabindex=\"-1\" aria-hidden=\"true\"></button>\n" }

    /// The security code in three ways: as an image, read aloud, and for scripts as a puzzle that they solve instead.
    ///
    /// The script hides the first two and fills the field `work`; without it nothing is hidden.
    func securityCodeField(error: String?) -> HTML {
        let captcha = paths.dynamic("/captcha")
        let image: HTML = """
            <img src="\(captcha)?lang=\(language.rawValue)" width="240" height="84" alt="\(texts(.securityCodeAlternative))">
            <div class="other-ways">
            <button class="plain" name="another" value="1">\(texts(.securityCodeNew))</button>
            <details><summary>\(texts(.securityCodeListen))</summary>
            <audio controls preload="none" src="\(captcha)/audio?lang=\(language.rawValue)"></audio></details>
            </div>

            """
        let field = field(
            "captcha", label: .text(texts(.securityCodeLabel)), hint: .text(texts(.securityCodeHint)), error: error,
            extra: image, kind: "security-code field"
        ) { attributes in
            "<input \(attributes) class=\"number\" inputmode=\"numeric\" autocomplete=\"off\" dir=\"ltr\" maxlength=\"20\" required>"
        }
        return "\(field)<input type=\"hidden\" name=\"work\" value=\"\">\n"
    }

    /// Where the script says how far it is: below the button, which must not move away from under a finger.
    var workStatus: HTML {
        """
        <p class="work" role="status" data-running="\(texts(.workRunning))" data-done="\(texts(.workDone))" data-awaited="\(texts(.workAwaited))"></p>

        """
    }
}
