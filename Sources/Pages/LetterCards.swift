import Desk
import Portal

/// Writes the letters of a desk, piece by piece: there are dozens.
struct LetterCards {
    private let pages: Pages
    private let frame: DeskFrame
    private var facts: LetterFacts

    init(_ pages: Pages, in frame: DeskFrame) {
        self.pages = pages
        self.frame = frame
        facts = LetterFacts(pages, frame.facts)
    }

    /// Adds a letter.
    mutating func add(_ letter: LetterSummary, to markup: inout MarkupWriter) {
        let state = frame.markup(of: letter.state.name)
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
}
