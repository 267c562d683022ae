import Desk
import Portal

extension Pages {
    /// A citizen's letter with its documents and its history.
    ///
    /// - Parameters:
    ///   - workingDays: within how many its unit usually answers, if that is known.
    ///   - verification: by which whoever holds a print of the page can ask for the letter.
    public func letter(
        _ letter: Letter, documents: [LetterDocument], events: [Event], workingDays: Int? = nil,
        verification: VerificationCode? = nil
    ) -> Page {
        Page(
            title: letter.subject,
            main: """
                <article data-letter="\(letter.id)" data-state="\(letter.state.name.rawValue)">
                <div class="letter-head"><div><h1><bdi>\(letter.subject)</bdi></h1>
                <p>\(tag(letter.state.name))</p></div>
                \(references(letter))</div>
                \(facts("""
                    \(fact(.letterUnit, .text(letter.unitTitle)))\(fact(.letterSender, "<bdi>\(letter.sender)</bdi>"))
                    """))\(rejectionReason(letter.state))\
                \(expectation(of: letter, documents, workingDays))\
                \(if: letter.state.name == .accepted, """
                    <div class="actions"><a class="button" href="\(paths.status(letter.id))">\(texts(.latestStatus))</a></div>

                    """)\
                <h2>\(texts(.letterDocuments))</h2>
                \(documentList(documents) { paths.document(letter.id, $0) })\
                <h2>\(texts(.letterHistory))</h2>
                \(history(events, showsNames: false))\(verificationNote(verification))</article>
                <p class="on-screen"><a href="\(paths.desk)">\(texts(.backToDesk))</a></p>

                """)
    }

    /// گرفتن آخرین وضعیت: the latest status and, where the unit has replied, the reply.
    public func status(_ letter: Letter, documents: [LetterDocument], events: [Event]) -> Page {
        let replies = documents.filter { $0.role == .reply }
        let latest = events.last { $0.kind == .statusAdded || $0.kind == .replied }
        return Page(
            title: texts(.statusTitle),
            main: """
                <article data-letter="\(letter.id)" data-state="\(letter.state.name.rawValue)">
                <h1>\(texts(.statusTitle))</h1>
                <p class="lead"><bdi>\(letter.subject)</bdi> \(tag(letter.state.name))</p>
                \(letterFacts(letter.summary))\(rejectionReason(letter.state))\
                <div class="panel">\(latestStatus(letter, latest))\
                \(if: !replies.isEmpty, "<h2>\(texts(.replyReady))</h2>\n")\(documentList(replies) { paths.document(letter.id, $0) })</div>
                </article>
                <p class="on-screen"><a href="\(paths.letter(letter.id))">\(texts(.seeLetter))</a></p>
                <p class="on-screen"><a href="\(paths.desk)">\(texts(.backToDesk))</a></p>

                """)
    }

    private func latestStatus(_ letter: Letter, _ latest: Event?) -> HTML {
        if let latest {
            let text: HTML = latest.text.isEmpty ? "" : "<p class=\"lead\"><bdi>\(latest.text)</bdi></p>"
            return "<p>\(texts(eventText(latest.kind))) – \(moment(latest.at))</p>\(text)\n"
        }
        let text: Text =
            switch letter.state.name {
            case .underReview: .statusUnderReview
            case .accepted: .statusNone
            case .rejected: .statusRejected
            }
        return "<p>\(texts(text))</p>\n"
    }

    /// A letter's events, oldest first.
    ///
    /// - Parameter showsNames: whether accounts are named; citizens read roles only.
    func history(_ events: [Event], showsNames: Bool) -> HTML {
        var moments = MomentWriter(self)
        let lines = events.map { event -> HTML in
            return """
                <li>\(moments.written(event.at)) <span class="who">\(who(event, showsNames: showsNames))</span>\
                <p>\(texts(eventText(event.kind)))</p>\(if: !event.text.isEmpty, "<p>\(words(of: event))</p>")</li>

                """
        }
        return "<ol class=\"history\">\n\(lines)</ol>\n"
    }

    /// What an event says beside its kind: a letter number, or somebody's words.
    func words(of event: Event) -> HTML {
        event.kind == .accepted ? number(event.text) : "<bdi>\(event.text)</bdi>"
    }

    private func who(_ event: Event, showsNames: Bool) -> HTML {
        if showsNames, let name = event.staff { return "<bdi>\(name)</bdi>" }
        switch event.kind {
        case .registered: return .text(texts(.byApplicant))
        case .accepted: return .text(texts(.byReviewer))
        case .rejected: return .text(texts(event.staff == nil ? .bySystem : .byReviewer))
        case .statusAdded, .replied: return .text(texts(.byUnit))
        case .scanned, .malwareFound, .staffAdded, .staffSignedIn, .staffSignInFailed, .passwordChanged, .staffDisabled,
            .staffEnabled, .staffReset, .authenticatorAdded, .authenticatorRemoved, .authenticatorReset,
            .recoveryCodesRenewed, .recoveryCodeUsed, .keyRenewed:
            return .text(texts(.bySystem))
        }
    }

    func eventText(_ kind: Event.Kind) -> Text {
        switch kind {
        case .registered: .eventRegistered
        case .accepted: .eventAccepted
        case .rejected: .eventRejected
        case .statusAdded: .eventStatusAdded
        case .replied: .eventReplied
        case .scanned: .eventScanned
        case .malwareFound: .eventMalwareFound
        case .staffAdded: .eventStaffAdded
        case .staffSignedIn: .eventStaffSignedIn
        case .staffSignInFailed: .eventStaffSignInFailed
        case .passwordChanged: .eventPasswordChanged
        case .staffDisabled: .eventStaffDisabled
        case .staffEnabled: .eventStaffEnabled
        case .staffReset: .eventStaffReset
        case .authenticatorAdded: .eventAuthenticatorAdded
        case .authenticatorRemoved: .eventAuthenticatorRemoved
        case .authenticatorReset: .eventAuthenticatorReset
        case .recoveryCodesRenewed: .eventRecoveryCodesRenewed
        case .recoveryCodeUsed: .eventRecoveryCodeUsed
        case .keyRenewed: .eventKeyRenewed
        }
    }
}
