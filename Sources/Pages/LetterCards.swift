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
            afterSubject = "</bdi></a></h3>\(pages.tag(state))\n<dl class=\"facts\">"
        }
    }

    init(_ pages: Pages) {
        self.pages = pages
        facts = LetterFacts(pages)
        underReview = StateMarkup(.underReview, pages)
        accepted = StateMarkup(.accepted, pages)
        rejected = StateMarkup(.rejected, pages)
    }

    /// Appends a letter.
    mutating func add(_ letter: LetterSummary, to html: inout HTML) {
        let state = markup(of: letter.state.name)
        html.append(markup: "<li class=\"letter\" data-letter=\"")
        html.append(letter.id)
        html += state.beforePath
        html.append(letter.id)
        html.append(markup: "\"><bdi>")
        html.append(letter.subject)
        html += state.afterSubject
        facts.add(letter, to: &html)
        html.append(markup: "</dl>\n")
        switch letter.state {
        case .underReview: break
        case .rejected: html += pages.rejectionReason(letter.state)
        case .accepted:
            html += """
                <div class="actions"><a class="button secondary" href="\(pages.paths.status(letter.id))">\
                \(pages.texts.utf8(.latestStatus))</a></div>
                """
        }
        html.append(markup: "</li>\n")
    }

    private func markup(of state: ReviewState.Name) -> StateMarkup {
        switch state {
        case .underReview: underReview
        case .accepted: accepted
        case .rejected: rejected
        }
    }
}
