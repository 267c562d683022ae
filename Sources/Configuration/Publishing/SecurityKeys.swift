import Persian
import Portal
import Source

/// Whom somebody tells who has found a hole in the portal's security (RFC 9116).
public struct SecurityContact: Sendable {
    /// The ways to tell, the best one first: `mailto:`, `tel:` or `https:` addresses.
    public internal(set) var contacts: [String] = []
    /// The day on which this stops being true.
    public internal(set) var expires = DayNumber(0)
    /// Where the day stands.
    public internal(set) var place: FilePlace?
}

extension SecurityContact {
    /// `security`.
    static let keys = Keys(
        new: SecurityContact(),
        [
            Key(
                "contact", .list(of: .text(.contact), new: "", atLeast: 1), \.contacts, isRequired: true,
                about: "Where somebody tells of a hole, the best way first: an e-mail address, a page or a telephone."),
            Key(
                "expires", .day, \.expires, isRequired: true,
                about: """
                    The day until which the contacts hold, at most a year ahead. Look at them before it and set a later \
                    one: a file that has expired is not believed.
                    """),
        ])
}

extension TextRule {
    /// "URI scheme […] SHOULD be 'mailto' […] 'tel' […] 'https'" (RFC 9116, 2.5.3).
    static let contact = TextRule(
        expected: "mailto:, https:// or tel: and what follows it", pattern: "^(mailto:|https://|tel:)[!-~]+$",
        example: "mailto:security@example.org"
    ) { text in
        ["mailto:", "https://", "tel:"].contains { text.hasPrefix($0) && text.count > $0.count }
            && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
    }
}
