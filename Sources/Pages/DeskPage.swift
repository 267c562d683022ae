import Desk
import Portal

extension Pages {
    /// میز: the follow-up box, the way to a new letter, and the citizen's own letters, newest first.
    ///
    /// - Parameters:
    ///   - isFirst: whether these are the newest.
    ///   - next: the id from which the next page goes on; nil on the last.
    ///   - frame: what all desks in this language have in common, where it is at hand.
    public func desk(
        letters: [LetterSummary], isFirst: Bool, next: Int?, trackingCode: String = "",
        trackingFault: FieldFault? = nil, frame: DeskFrame? = nil
    ) -> Page {
        let frame = frame ?? DeskFrame(self)
        let error = trackingFault.map { sentence($0, label: .trackingCodeLabel) }
        // Put together in one place: what comes first is long, and every copy of it would cost.
        var main = HTML.empty
        main.reserveCapacity(2_048 + letters.count * 1_024)
        if let error { main += errorSummary([("code", error)]) }
        main += error == nil && trackingCode.isEmpty ? frame.top : deskTop(trackingCode, error)
        if letters.isEmpty {
            main += "<p class=\"empty\">\(texts.utf8(.deskEmpty))</p>\n"
        } else {
            main += "<ul class=\"letters\">\n"
            var cards = LetterCards(self, in: frame)
            main.append(room: letters.count * 1_024) { markup in
                for letter in letters { cards.add(letter, to: &markup) }
            }
            main += "</ul>\n"
        }
        main += pagination(path: paths.desk, isFirst: isFirst, next: next)
        main += frame.bottom
        return Page(title: texts(.deskTitle), main: main, hasErrors: error != nil)
    }

    /// What stands above the letters.
    func deskTop(_ typed: String = "", _ error: String? = nil) -> HTML {
        """
        <h1>\(texts.utf8(.deskTitle))</h1>
        <div class="columns even">
        \(followUp(typed, error))\
        <section class="panel"><h2>\(texts.utf8(.deskNew))</h2><p>\(texts.utf8(.deskNewLead))</p>
        <div class="actions"><a class="button" href="\(paths.newLetter)">\(texts.utf8(.deskNewButton))</a></div></section>
        </div>
        <h2>\(texts.utf8(.deskLetters))</h2>

        """
    }

    /// What stands below the letters.
    var deskBottom: HTML {
        """
        <p><a href="\(paths.dynamic("/authenticator"))">\(texts.utf8(.deskAuthenticator))</a></p>
        <p><a href="\(paths.dynamic("/sessions"))">\(texts.utf8(.deskSessions))</a></p>

        """
    }

    private func followUp(_ typed: String, _ error: String?) -> HTML {
        let code = textField(
            "code", label: .trackingCodeLabel, hint: "\(texts.utf8(.deskFollowUpLead))", value: typed, error: error,
            attributes: "class=\"number\" inputmode=\"numeric\" autocomplete=\"off\" dir=\"ltr\" maxlength=\"20\"")
        return """
            <section class="panel"><h2>\(texts.utf8(.deskFollowUp))</h2>
            <form method="get" action="\(paths.dynamic("/track"))" novalidate>
            \(code)<button class="button secondary">\(texts.utf8(.followUp))</button>
            </form></section>

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

    /// Why a letter was rejected, if it was.
    func rejectionReason(_ state: ReviewState) -> HTML {
        guard case .rejected(let rejection) = state else { return .empty }
        return "<p class=\"reason\"><strong>\(texts.utf8(.letterReason)):</strong> <bdi>\(rejection.reason)</bdi></p>\n"
    }

    /// Links to the first page of a list and to the next one; the way back is the browser's.
    func pagination(path: String, isFirst: Bool, next: Int?) -> HTML {
        guard !isFirst || next != nil else { return .empty }
        let separator = path.utf8.contains(0x3f) ? "&" : "?"
        let first: HTML? = isFirst ? nil : "<a href=\"\(path)\" rel=\"first\">\(texts.utf8(.firstPage))</a>"
        let following: HTML? = next.map { id -> HTML in
            "<a href=\"\(path)\(separator)from=\(id)\" rel=\"next\">\(texts.utf8(.nextPage))</a>"
        }
        return "<nav class=\"pages\" aria-label=\"\(texts.utf8(.pagesLabel))\">\(first)\(following)</nav>\n"
    }
}
