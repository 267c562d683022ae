import Desk

/// What desks in one language have in common, as markup: made once, and kept by a program that shows many. Nothing in it is of
/// anybody who looks at one.
public final class DeskFrame: Sendable {
    /// From the heading to that of the letters, with the follow-up box empty.
    let top: HTML
    /// What stands below the letters.
    let bottom: HTML
    /// The words before what is known of a letter.
    let facts: FactBeginnings
    private let underReview, accepted, rejected: StateMarkup

    /// What says the state of a letter on its card.
    struct StateMarkup: Sendable {
        /// From the number that scripts read to the one in the letter's path.
        let beforePath: HTML
        /// From the subject to the facts.
        let afterSubject: HTML

        init(_ state: ReviewState.Name, _ pages: Pages) {
            beforePath = "\" data-state=\"\(state.rawValue)\"><h3><a href=\"\(pages.paths.letters)"
            afterSubject = "</a></h3>\(pages.tag(state))\n<dl class=\"facts\">"
        }
    }

    /// The frame of these pages' language.
    public init(_ pages: Pages) {
        top = pages.deskTop()
        bottom = pages.deskBottom
        facts = FactBeginnings(pages)
        underReview = StateMarkup(.underReview, pages)
        accepted = StateMarkup(.accepted, pages)
        rejected = StateMarkup(.rejected, pages)
    }

    func markup(of state: ReviewState.Name) -> StateMarkup {
        switch state {
        case .underReview: underReview
        case .accepted: accepted
        case .rejected: rejected
        }
    }
}
