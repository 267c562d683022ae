import Desk
import Portal

/// Writes the letters of a desk, piece by piece: there are dozens. What they have in common is made once.
struct LetterCards {
    private let pages: Pages
    private var facts: LetterFacts
    private let underReview, accepted, rejected: StateMarkup

    /// What says the state of a letter.
    private struct StateMarkup {
        /// From the number that scripts read to the one in the letter's path.
        let beforePath: HTML
        /// From the subject to the facts.
        let afterSubject: HTML

        init(_ state: ReviewState.Name, _ pages: Pages) {
            beforePath = "\" data-state=\"\(state.rawValue)\"><h3><a href=\"\(pages.paths.letters)"
            afterSubject = "</a></h3>\(pages.tag(state))\n<dl class=\"facts\">"
        }
    }

    init(_ pages: Pages) {
        self.pages = pages
        facts = LetterFacts(pages)
        underReview = StateMarkup(.underReview, pages)
        accepted = StateMarkup(.accepted, pages)
        rejected = StateMarkup(.rejected, pages)
    }

    /// Adds a letter.
    mutating func add(_ letter: LetterSummary, to markup: inout MarkupWriter) {
        let state = stateMarkup(letter.state.name)
        markup.add(markup: "<li class=\"letter\" data-letter=\"")
        markup.add(letter.id)
        markup.add(state.beforePath)
        markup.add(letter.id)
        markup.add(markup: "\">")
        markup.add(isolated: letter.subject)
        markup.add(state.afterSubject)
        facts.add(letter, to: &markup)
        markup.add(markup: "</dl>\n")
        switch letter.state {
        case .underReview: break
        case .rejected: markup.add(pages.rejectionReason(letter.state))
        case .accepted:
            markup.add(
                """
                <div class="actions"><a class="button secondary" href="\(pages.paths.status(letter.id))">\
                \(pages.texts.utf8(.latestStatus))</a></div>
                """)
        }
        markup.add(markup: "</li>\n")
    }

    private func stateMarkup(_ state: ReviewState.Name) -> StateMarkup {
        switch state {
        case .underReview: underReview
        case .accepted: accepted
        case .rejected: rejected
        }
    }
}
