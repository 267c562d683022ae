import Desk
import Portal

extension Pages {
    /// میز: the follow-up box, the way to a new letter, and the citizen's own letters, newest first.
    ///
    /// - Parameters:
    ///   - isFirst: whether these are the newest.
    ///   - next: the id from which the next page goes on; nil on the last.
    public func desk(
        letters: [LetterSummary], isFirst: Bool, next: Int?, trackingCode: String = "", trackingFault: FieldFault? = nil
    ) -> Page {
        let error = trackingFault.map { sentence($0, label: .trackingCodeLabel) }
        // Put together in one place: what comes first is long, and every copy of it would cost.
        var main = HTML.empty
        main.reserveCapacity(2_048 + letters.count * 1_024)
        if let error { main += errorSummary([("code", error)]) }
        main += """
            <h1>\(texts(.deskTitle))</h1>
            <div class="columns even">
            \(followUp(trackingCode, error))\
            <section class="panel"><h2>\(texts(.deskNew))</h2><p>\(texts(.deskNewLead))</p>
            <div class="actions"><a class="button" href="\(paths.newLetter)">\(texts(.deskNewButton))</a></div></section>
            </div>
            <h2>\(texts(.deskLetters))</h2>

            """
        if letters.isEmpty {
            main += "<p class=\"empty\">\(texts(.deskEmpty))</p>\n"
        } else {
            main += "<ul class=\"letters\">\n"
            for letter in letters { main += card(letter) }
            main += "</ul>\n"
        }
        main += """
            \(pagination(path: paths.desk, isFirst: isFirst, next: next))\
            <p><a href="\(paths.dynamic("/authenticator"))">\(texts(.deskAuthenticator))</a></p>
            <p><a href="\(paths.dynamic("/sessions"))">\(texts(.deskSessions))</a></p>

            """
        return Page(title: texts(.deskTitle), main: main, hasErrors: error != nil)
    }

    private func followUp(_ typed: String, _ error: String?) -> HTML {
        let code = textField(
            "code", label: .trackingCodeLabel, hint: .text(texts(.deskFollowUpLead)), value: typed, error: error,
            attributes: "class=\"number\" inputmode=\"numeric\" autocomplete=\"off\" dir=\"ltr\" maxlength=\"20\"")
        return """
            <section class="panel"><h2>\(texts(.deskFollowUp))</h2>
            <form method="get" action="\(paths.dynamic("/track"))" novalidate>
            \(code)<button class="button secondary">\(texts(.followUp))</button>
            </form></section>

            """
    }

    private func card(_ letter: LetterSummary) -> HTML {
        """
        <li class="letter" data-letter="\(letter.id)" data-state="\(letter.state.name.rawValue)">\
        <h3><a href="\(paths.letter(letter.id))"><bdi>\(letter.subject)</bdi></a></h3>\(tag(letter.state.name))
        \(letterFacts(letter))\(rejectionReason(letter.state))\
        \(if: letter.state.name == .accepted, """
            <div class="actions"><a class="button secondary" href="\(paths.status(letter.id))">\(texts.utf8(.latestStatus))</a></div>
            """)</li>

        """
    }

    /// The state in words; its colour only repeats them.
    func tag(_ state: ReviewState.Name) -> HTML {
        "<span class=\"tag \(state.rawValue)\">\(texts.utf8(stateText(state)))</span>"
    }

    func stateText(_ state: ReviewState.Name) -> Text {
        switch state {
        case .underReview: .stateUnderReview
        case .accepted: .stateAccepted
        case .rejected: .stateRejected
        }
    }

    /// What is known of a letter.
    ///
    /// - Parameter sender: nil where its reader wrote that himself.
    func letterFacts(_ letter: LetterSummary, sender: String? = nil) -> HTML {
        var lines = HTML.empty
        lines.reserveCapacity(768)
        add(.letterUnit, to: &lines) { $0.append(letter.unitTitle) }
        if let sender { add(.letterSender, to: &lines) { $0 += "<bdi>\(sender)</bdi>" } }
        addReferences(of: letter, to: &lines)
        return facts(lines)
    }

    /// Appends a letter's days and numbers.
    func addReferences(of letter: LetterSummary, to lines: inout HTML) {
        add(.letterRegistered, to: &lines) { add(moment: letter.registered, to: &$0) }
        add(.letterId, to: &lines) { add(number: String(letter.id), to: &$0) }
        switch letter.state {
        case .underReview: break
        case .accepted(let acceptance):
            add(.letterNumber, to: &lines) { add(number: acceptance.letterNumber, to: &$0) }
            add(.letterTrackingCode, to: &lines) { add(number: acceptance.trackingCode.digits, to: &$0) }
            add(.letterAcceptedAt, to: &lines) { add(moment: acceptance.at, to: &$0) }
        case .rejected(let rejection):
            add(.letterRejectedAt, to: &lines) { add(moment: rejection.at, to: &$0) }
        }
    }

    /// Why a letter was rejected, if it was.
    func rejectionReason(_ state: ReviewState) -> HTML {
        guard case .rejected(let rejection) = state else { return .empty }
        return "<p class=\"reason\"><strong>\(texts(.letterReason)):</strong> <bdi>\(rejection.reason)</bdi></p>\n"
    }

    /// Links to the first page of a list and to the next one; the way back is the browser's.
    func pagination(path: String, isFirst: Bool, next: Int?) -> HTML {
        guard !isFirst || next != nil else { return .empty }
        let separator = path.utf8.contains(0x3f) ? "&" : "?"
        let first: HTML? = isFirst ? nil : "<a href=\"\(path)\" rel=\"first\">\(texts(.firstPage))</a>"
        let following: HTML? = next.map { id -> HTML in
            "<a href=\"\(path)\(separator)from=\(id)\" rel=\"next\">\(texts(.nextPage))</a>"
        }
        return "<nav class=\"pages\" aria-label=\"\(texts(.pagesLabel))\">\(first)\(following)</nav>\n"
    }
}
