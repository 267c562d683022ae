import Desk
import Portal

extension Pages {
    /// What is known of a letter.
    ///
    /// - Parameter sender: nil where its reader wrote that himself.
    func letterFacts(_ letter: LetterSummary, sender: String? = nil) -> HTML {
        var lines = HTML.empty
        LetterFacts(self).add(letter, sender: sender, to: &lines)
        return facts(lines)
    }
}

/// Writes what is known of letters as lines of `facts`. The words before the values are made markup once.
struct LetterFacts {
    private let pages: Pages
    private let unit, sender, registered, id, number, trackingCode, acceptedAt, rejectedAt: HTML

    init(_ pages: Pages) {
        self.pages = pages
        unit = pages.beginning(ofFact: .letterUnit)
        sender = pages.beginning(ofFact: .letterSender)
        registered = pages.beginning(ofFact: .letterRegistered)
        id = pages.beginning(ofFact: .letterId)
        number = pages.beginning(ofFact: .letterNumber)
        trackingCode = pages.beginning(ofFact: .letterTrackingCode)
        acceptedAt = pages.beginning(ofFact: .letterAcceptedAt)
        rejectedAt = pages.beginning(ofFact: .letterRejectedAt)
    }

    /// Appends all lines of a letter.
    ///
    /// - Parameter name: the sender's; nil where its reader wrote that himself.
    func add(_ letter: LetterSummary, sender name: String? = nil, to lines: inout HTML) {
        add(unit, to: &lines) { $0.append(letter.unitTitle) }
        if let name { add(sender, to: &lines) { $0 += "<bdi>\(name)</bdi>" } }
        addReferences(of: letter, to: &lines)
    }

    /// Appends a letter's days and numbers.
    func addReferences(of letter: LetterSummary, to lines: inout HTML) {
        add(registered, to: &lines) { pages.add(moment: letter.registered, to: &$0) }
        add(id, to: &lines) { pages.add(number: letter.id, to: &$0) }
        switch letter.state {
        case .underReview: break
        case .accepted(let acceptance):
            add(number, to: &lines) { pages.add(number: acceptance.letterNumber, to: &$0) }
            add(trackingCode, to: &lines) { pages.add(number: acceptance.trackingCode.digits, to: &$0) }
            add(acceptedAt, to: &lines) { pages.add(moment: acceptance.at, to: &$0) }
        case .rejected(let rejection):
            add(rejectedAt, to: &lines) { pages.add(moment: rejection.at, to: &$0) }
        }
    }

    private func add(_ beginning: HTML, to lines: inout HTML, _ write: (inout HTML) -> Void) {
        lines += beginning
        write(&lines)
        lines.append(markup: "</dd>")
    }
}
