import Desk
import Portal

/// راستی‌آزمایی: what a printed letter says of itself, and what the portal says to whoever holds the paper.
extension Pages {
    /// The part of a letter's print that leads to `verified`: a picture for a telephone, and address and code in words.
    func verificationNote(_ code: VerificationCode?) -> HTML {
        guard let code else { return .empty }
        let address = settings.origin + paths.verify
        // The paper's language: whoever reads the picture may never have been here.
        let language = language == settings.languages.first ? "" : "&lang=\(language.rawValue)"
        return """
            <section class="verification">
            \(qrPicture(of: "\(address)?code=\(code.text)\(language)", alternative: .verifyPicture))\
            <div><h2>\(texts(.verifyTitle))</h2>
            <p>\(texts(.verifyPaper))</p>
            <p><bdi dir="ltr">\(address)</bdi><br><bdi class="code" dir="ltr">\(code.text)</bdi></p>
            <p class="hint">\(texts(.verifyTells))</p></div>
            </section>

            """
    }

    /// The form that asks for a paper's code.
    ///
    /// - Parameters:
    ///   - typed: the code as it was typed.
    ///   - fault: why it leads to no letter.
    public func verification(typed: String = "", fault: FieldFault? = nil) -> Page {
        let error = fault.map { sentence($0, label: .verifyCodeLabel) }
        let field = textField(
            "code", label: .verifyCodeLabel, hint: .text(texts(.verifyCodeHint)), value: typed, error: error,
            attributes:
                "autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\" dir=\"ltr\" maxlength=\"64\" required"
        )
        return Page(
            title: texts(.verifyTitle),
            main: """
                \(errorSummary(error.map { [("code", $0)] } ?? []))\
                <h1>\(texts(.verifyTitle))</h1>
                <p class="lead">\(texts(.verifyLead))</p>
                <p>\(texts(.verifyTells))</p>
                <form method="get" action="\(paths.verify)" novalidate>
                \(field)<button class="button">\(texts(.verifyButton))</button>
                </form>

                """,
            hasErrors: error != nil)
    }

    /// What whoever holds a print of a letter learns: that it exists, its numbers, its days and its state.
    public func verified(_ letter: LetterAttestation) -> Page {
        var lines = HTML.empty
        lines += fact(.letterId, number(String(letter.id)))
        lines += fact(.letterRegistered, .text(date(letter.registered)))
        let state: ReviewState.Name
        switch letter.state {
        case .underReview: state = .underReview
        case .accepted(let letterNumber, let at):
            state = .accepted
            lines += fact(.letterNumber, number(letterNumber))
            lines += fact(.letterAcceptedAt, .text(date(at)))
        case .rejected(let at):
            state = .rejected
            lines += fact(.letterRejectedAt, .text(date(at)))
        }
        return Page(
            title: texts(.verifyTitle),
            main: """
                <h1>\(texts(.verifyTitle))</h1>
                <section class="panel" data-letter="\(letter.id)" data-state="\(state.rawValue)">
                <p class="lead">\(sentence(.verifyFound, ["organisation": "<bdi>\(settings.organisation[language])</bdi>"]))</p>
                <p>\(tag(state))</p>
                \(facts(lines))</section>
                <p>\(texts(.verifyCompare))</p>
                <p>\(texts(.verifyTells))</p>
                <p class="on-screen"><a href="\(paths.verify)">\(texts(.verifyAnother))</a></p>

                """)
    }
}
