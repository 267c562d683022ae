import Desk
import Portal

/// Writes the letters of a desk, piece by piece: there are dozens. What they have in common is made once.
struct LetterCards {
    private let pages: Pages
    private let facts: LetterFacts
    private let tags: (underReview: HTML, accepted: HTML, rejected: HTML)
    /// How the paths of letters begin.
    private let start: String

    init(_ pages: Pages) {
        self.pages = pages
        facts = LetterFacts(pages)
        tags = (pages.tag(.underReview), pages.tag(.accepted), pages.tag(.rejected))
        start = pages.paths.letters
    }

    /// Appends a letter.
    func add(_ letter: LetterSummary, to html: inout HTML) {
        html.append(markup: "<li class=\"letter\" data-letter=\"")
        html.append(letter.id)
        html.append(markup: "\" data-state=\"")
        html.append(letter.state.name.rawValue)
        html.append(markup: "\"><h3><a href=\"")
        html.append(start)
        html.append(letter.id)
        html.append(markup: "\"><bdi>")
        html.append(letter.subject)
        html.append(markup: "</bdi></a></h3>")
        html += tag(letter.state.name)
        html.append(markup: "\n<dl class=\"facts\">")
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

    private func tag(_ state: ReviewState.Name) -> HTML {
        switch state {
        case .underReview: tags.underReview
        case .accepted: tags.accepted
        case .rejected: tags.rejected
        }
    }
}
