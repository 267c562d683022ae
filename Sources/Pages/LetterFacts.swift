import Desk
import Portal

extension Pages {
    /// What is known of a letter.
    ///
    /// - Parameter sender: nil where its reader wrote that himself.
    func letterFacts(_ letter: LetterSummary, sender: String? = nil) -> HTML {
        var lines = HTML.empty
        var writer = LetterFacts(self)
        writer.add(letter, sender: sender, to: &lines)
        return facts(lines)
    }
}

/// Writes what is known of letters as lines of `facts`. The words before the values are made markup once.
struct LetterFacts {
    private let pages: Pages
    private var moments: MomentWriter
    private let unit, sender, registered, id, number, trackingCode, acceptedAt, rejectedAt: HTML

    init(_ pages: Pages) {
        self.pages = pages
        moments = MomentWriter(pages)
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
    mutating func add(_ letter: LetterSummary, sender name: String? = nil, to lines: inout HTML) {
        add(unit, to: &lines) { $0.append(letter.unitTitle) }
        if let name { add(sender, to: &lines) { $0 += "<bdi>\(name)</bdi>" } }
        addReferences(of: letter, to: &lines)
    }

    /// Appends a letter's days and numbers.
    mutating func addReferences(of letter: LetterSummary, to lines: inout HTML) {
        add(registered, letter.registered, to: &lines)
        add(id, to: &lines) { pages.add(number: letter.id, to: &$0) }
        switch letter.state {
        case .underReview: break
        case .accepted(let acceptance):
            add(number, to: &lines) { pages.add(number: acceptance.letterNumber, to: &$0) }
            add(trackingCode, to: &lines) { pages.add(number: acceptance.trackingCode.digits, to: &$0) }
            add(acceptedAt, acceptance.at, to: &lines)
        case .rejected(let rejection):
            add(rejectedAt, rejection.at, to: &lines)
        }
    }

    private mutating func add(_ beginning: HTML, _ seconds: Int, to lines: inout HTML) {
        lines += beginning
        moments.add(seconds, to: &lines)
        lines.append(markup: "</dd>")
    }

    private func add(_ beginning: HTML, to lines: inout HTML, _ write: (inout HTML) -> Void) {
        lines += beginning
        write(&lines)
        lines.append(markup: "</dd>")
    }
}
