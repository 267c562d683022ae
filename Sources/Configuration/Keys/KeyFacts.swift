import Source

/// What a key says of itself, for people and for editors.
struct KeyFacts: Sendable {
    let name: String
    /// What it is for, in whole sentences.
    let about: String
    /// What it may hold.
    let value: ValueFacts
    let isRequired: Bool
    /// What holds where the key is missing, as JSON; nil where nothing does.
    let fallback: String?

    init(name: String, about: String, value: ValueFacts, isRequired: Bool, fallback: Node.Content?) {
        self.name = name
        self.about = about
        self.value = value
        self.isRequired = isRequired
        self.fallback = fallback.map { Node(offset: 0, content: $0).jsonText }
    }
}

/// What a value may be.
indirect enum ValueFacts: Sendable {
    case text(TextRule)
    case wholeNumber(ClosedRange<Int>, NumberUnit)
    case boolean
    case choice([ChoiceFacts])
    case list(ValueFacts, atLeast: Int)
    case object([KeyFacts])
    /// A text in each language.
    case localized([KeyFacts])
    /// An object whose keys are free.
    case dictionary(ValueFacts)
    case anything
    /// The same, or `null`, which is as good as no key.
    case nullable(ValueFacts)

    /// Whether it has keys of its own, whose defaults say more than a default of the whole.
    var hasKeys: Bool {
        switch self {
        case .object, .localized: true
        default: false
        }
    }

    /// Whether it is a list, whose default is to be empty.
    var isList: Bool { if case .list = self { true } else { false } }

    /// What is expected, in words.
    var words: String {
        switch self {
        case .text(let rule): rule.expected
        case .wholeNumber(let range, let unit):
            "a whole number from \(range.lowerBound) to \(range.upperBound)" + (unit.words.map { " (\($0))" } ?? "")
        case .boolean: "true or false"
        case .choice(let choices): choices.map { "\"\($0.word)\"" }.joined(separator: " or ")
        case .list(let element, let least):
            "a list [ … ]\(least > 0 ? " of at least \(least)" : ""), each \(element.words)"
        case .object(let keys): "an object { \(keys.map(\.name).joined(separator: ", ")) }"
        case .localized(let keys):
            "a text in each language, { \(keys.map { "\($0.name): \"…\"" }.joined(separator: ", ")) }"
        case .dictionary(let value): "an object { … } with names of your own, each with \(value.words)"
        case .anything: "any value"
        case .nullable(let value): value.words
        }
    }
}

/// One of the words that a value may be, and what it means.
struct ChoiceFacts: Sendable {
    let word: String
    let about: String
}

/// What a number counts.
enum NumberUnit: String, Sendable {
    case seconds, bytes, digits, pixels, count, bits

    /// The unit in words; nil where the key says what is counted.
    var words: String? { self == .count ? nil : rawValue }
}
