import Persian

/// واحد: a department that letters can be addressed to, as far as the desk's rules need it.
public struct Unit: Equatable, Sendable {
    /// The id from the units file; never reused.
    public let id: String
    /// The title in the language of whoever writes; a letter keeps it as it was.
    public let title: String
    /// False for a heading of the tree that receives no letters itself.
    public let takesLetters: Bool
    /// False while the unit receives no new letters.
    public let isOpen: Bool
    /// The first day on which it takes letters; nil for no such day.
    public let opens: DayNumber?
    /// The last day on which it takes letters; nil for no such day.
    public let closes: DayNumber?
    /// What must be attached to a letter, by name in the language of whoever writes.
    public let requiredAttachments: [String]

    /// A unit of the portal.
    public init(
        id: String, title: String, takesLetters: Bool, isOpen: Bool, opens: DayNumber? = nil, closes: DayNumber? = nil,
        requiredAttachments: [String] = []
    ) {
        self.id = id
        self.title = title
        self.takesLetters = takesLetters
        self.isOpen = isOpen
        self.opens = opens
        self.closes = closes
        self.requiredAttachments = requiredAttachments
    }

    /// Why it takes no letters on a day; nil where it does.
    public func fault(on day: DayNumber) -> FieldFault? {
        guard takesLetters else { return .unitUnknown }
        guard isOpen else { return .unitClosed }
        let isTooEarly = opens.map { day < $0 } ?? false
        let isTooLate = closes.map { day > $0 } ?? false
        return isTooEarly || isTooLate ? .unitOutOfSeason(opens: opens, closes: closes) : nil
    }

    /// What is missing from a letter with so many attachments; nil where it can be enough. Whether they are the right ones,
    /// a reviewer sees.
    public func fault(ofAttachments count: Int) -> FieldFault? {
        count == 0 && !requiredAttachments.isEmpty ? .attachmentsMissing(names: requiredAttachments) : nil
    }
}
