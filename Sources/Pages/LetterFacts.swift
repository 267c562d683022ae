import Desk
import Portal

extension Pages {
    /// What is known of a letter.
    ///
    /// - Parameter sender: nil where its reader wrote that himself.
    func letterFacts(_ letter: LetterSummary, sender: String? = nil) -> HTML {
        var writer = LetterFacts(self)
        return facts(HTML.written(room: 1_024) { writer.add(letter, sender: sender, to: &$0) })
    }
}

/// The words before what is known of a letter, as markup.
struct FactBeginnings: Sendable {
    let unit, sender, registered, id, number, trackingCode, acceptedAt, rejectedAt: HTML

    init(_ pages: Pages) {
        unit = pages.beginning(ofFact: .letterUnit)
        sender = pages.beginning(ofFact: .letterSender)
        registered = pages.beginning(ofFact: .letterRegistered)
        id = pages.beginning(ofFact: .letterId)
        number = pages.beginning(ofFact: .letterNumber)
        trackingCode = pages.beginning(ofFact: .letterTrackingCode)
        acceptedAt = pages.beginning(ofFact: .letterAcceptedAt)
        rejectedAt = pages.beginning(ofFact: .letterRejectedAt)
    }
}

/// Writes what is known of letters as lines of `facts`.
struct LetterFacts {
    private let pages: Pages
    private let beginnings: FactBeginnings
    private var moments: MomentWriter

    init(_ pages: Pages) { self.init(pages, FactBeginnings(pages)) }

    init(_ pages: Pages, _ beginnings: FactBeginnings) {
        self.pages = pages
        self.beginnings = beginnings
        moments = MomentWriter(pages)
    }

    /// Adds all lines of a letter.
    ///
    /// - Parameter name: the sender's; nil where its reader wrote that himself.
    mutating func add(_ letter: LetterSummary, sender name: String? = nil, to lines: inout MarkupWriter) {
        add(beginnings.unit, to: &lines) { $0.add(text: letter.unitTitle) }
        if let name { add(beginnings.sender, to: &lines) { $0.add(isolated: name) } }
        addReferences(of: letter, to: &lines)
    }

    /// Adds a letter's days and numbers.
    mutating func addReferences(of letter: LetterSummary, to lines: inout MarkupWriter) {
        add(beginnings.registered, letter.registered, to: &lines)
        add(beginnings.id, to: &lines) { pages.add(number: letter.id, to: &$0) }
        switch letter.state {
        case .underReview: break
        case .accepted(let acceptance):
            add(beginnings.number, to: &lines) { pages.add(number: acceptance.letterNumber, to: &$0) }
            add(beginnings.trackingCode, to: &lines) { pages.add(number: acceptance.trackingCode.digits, to: &$0) }
            add(beginnings.acceptedAt, acceptance.at, to: &lines)
        case .rejected(let rejection):
            add(beginnings.rejectedAt, rejection.at, to: &lines)
        }
    }

    private mutating func add(_ beginning: HTML, _ seconds: Int, to lines: inout MarkupWriter) {
        lines.add(beginning)
        moments.add(seconds, to: &lines)
        lines.add(markup: "</dd>")
    }

    private func add(_ beginning: HTML, to lines: inout MarkupWriter, _ write: (inout MarkupWriter) -> Void) {
        lines.add(beginning)
        write(&lines)
        lines.add(markup: "</dd>")
    }
}
