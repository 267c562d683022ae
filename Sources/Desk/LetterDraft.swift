import Persian

/// Who signs the letter.
public enum SenderKind: String, CaseIterable, Sendable {
    /// حقیقی: a natural person.
    case person
    /// حقوقی: a company or another body.
    case company
}

/// What a citizen typed into the form of a new letter, before it is a letter.
public struct LetterDraft: Equatable, Sendable {
    /// The fields of the form, by the names that the interface fixes.
    public enum Field: String, CaseIterable, Sendable {
        case sender, senderKind, unit, subject, letter, attachment
    }

    /// The most Unicode scalars of a sender's name: one character may hold thousands.
    public static let senderLimit = 120
    /// The most Unicode scalars of a subject.
    public static let subjectLimit = 200

    /// The sender's name, a person's or a company's, as typed.
    public var sender: String
    /// Who signs, if it was said.
    public var senderKind: SenderKind?
    /// The id of the unit, as sent.
    public var unit: String
    /// The subject, as typed.
    public var subject: String

    /// A draft; text is unified (ي and ك become ی and ک) and trimmed.
    public init(sender: String = "", senderKind: SenderKind? = nil, unit: String = "", subject: String = "") {
        self.sender = unified(sender)
        self.senderKind = senderKind
        self.unit = unit
        self.subject = unified(subject)
    }

    /// What is wrong with the typed fields, in the order of the form.
    ///
    /// - Parameters:
    ///   - recipient: the unit that the draft names, where the portal has it.
    ///   - today: the day at the portal's place.
    public func problems(recipient: Unit?, on today: DayNumber) -> [FieldProblem<Field>] {
        var problems: [FieldProblem<Field>] = []
        if senderKind == nil { problems.append(.init(.senderKind, .missing)) }
        if sender.isEmpty {
            problems.append(.init(.sender, .missing))
        } else if sender.unicodeScalars.count > Self.senderLimit {
            problems.append(.init(.sender, .tooLong(limit: Self.senderLimit)))
        }
        if unit.isEmpty {
            problems.append(.init(.unit, .missing))
        } else if let fault = recipient.map({ $0.fault(on: today) }) ?? .unitUnknown {
            problems.append(.init(.unit, fault))
        }
        if subject.isEmpty {
            problems.append(.init(.subject, .missing))
        } else if subject.unicodeScalars.count > Self.subjectLimit {
            problems.append(.init(.subject, .tooLong(limit: Self.subjectLimit)))
        }
        return problems
    }
}
