import Persian

/// What was typed to look for something in the audit.
public struct AuditSearch: Equatable, Sendable {
    /// The fields of the form.
    public enum Field: String, CaseIterable, Sendable {
        case letter, person, since, until
    }

    /// What was typed into a field.
    public let typed: [Field: String]
    /// The first day.
    public let since: DayNumber?
    /// The last day.
    public let until: DayNumber?
    /// What is wrong, in the order of the form.
    public private(set) var problems: [FieldProblem<Field>] = []
    /// What to look for.
    public private(set) var filter = AuditFilter()

    /// Reads what was typed: any digits, dates of either calendar.
    ///
    /// - Parameter offset: seconds by which local time is ahead of UTC.
    public init(typed: [Field: String], offset: Int) {
        let typed = typed.mapValues(unified).filter { !$0.value.isEmpty }
        self.typed = typed
        since = typed[.since].flatMap(DayNumber.init(typed:))
        until = typed[.until].flatMap(DayNumber.init(typed:))
        filter.person = typed[.person]
        if let text = typed[.letter] {
            let number = Int(asciiDigits(text)) ?? 0
            if number > 0 { filter.letter = number } else { problems.append(.init(.letter, .notANumber)) }
        }
        filter.since = since?.start(offset: offset)
        filter.until = until.flatMap { DayNumber($0.value + 1).start(offset: offset) }
        if typed[.since] != nil, filter.since == nil { problems.append(.init(.since, .notADate)) }
        if typed[.until] != nil, filter.until == nil { problems.append(.init(.until, .notADate)) }
    }
}
