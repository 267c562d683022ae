import Source

/// How a value is read and checked, and what it says of itself.
struct Form<Value: Sendable>: Sendable {
    let facts: ValueFacts
    /// Reads a value over another one, which stays where the file's is wrong; notes what is wrong.
    let read: @Sendable (Node, Place, inout Value) -> Void
    /// The value as it would stand in a file; nil where that would say nothing.
    let content: @Sendable (Value) -> Node.Content?
}

extension Form<String> {
    static func text(_ rule: TextRule = .any) -> Form {
        Form(
            facts: .text(rule),
            read: { node, place, value in
                guard let text = node.string else { return place.refuse(node, expected: rule.expected) }
                guard let refusal = rule.refusal(text) else { return value = text }
                if let wrong = refusal.wrong {
                    place.note(node, "\(place.described): \(wrong)", expected: refusal.expected)
                } else {
                    place.refuse(node, expected: refusal.expected)
                }
            },
            content: { $0.isEmpty ? nil : .string($0) })
    }
}

extension Form {
    /// The same for a field of another type.
    func map<Other: Sendable>(
        to other: @escaping @Sendable (Value) -> Other, from value: @escaping @Sendable (Other) -> Value
    ) -> Form<Other> {
        Form<Other>(
            facts: facts,
            read: { node, place, field in
                var own = value(field)
                let before = place.noted.problems.count
                read(node, place, &own)
                if place.noted.problems.count == before { field = other(own) }
            },
            content: { content(value($0)) })
    }
}

extension Form<Int> {
    static func number(_ range: ClosedRange<Int>, _ unit: NumberUnit = .count) -> Form {
        let facts = ValueFacts.wholeNumber(range, unit)
        return Form(
            facts: facts,
            read: { node, place, value in
                guard case .number(_, let whole?) = node.content, range.contains(whole) else {
                    return place.refuse(node, expected: facts.words)
                }
                value = whole
            },
            content: { .number(Double($0), whole: $0) })
    }
}

extension Form<Bool> {
    static let boolean = Form(
        facts: .boolean,
        read: { node, place, value in
            guard case .bool(let found) = node.content else {
                return place.refuse(node, expected: ValueFacts.boolean.words)
            }
            value = found
        },
        content: { .bool($0) })
}

extension Form where Value: RawRepresentable<String> & CaseIterable & Sendable {
    /// One of a few words, each with what it means.
    static func choice(_ about: @Sendable (Value) -> String) -> Form {
        let choices = Value.allCases.map { ChoiceFacts(word: $0.rawValue, about: about($0)) }
        let facts = ValueFacts.choice(choices)
        return Form(
            facts: facts,
            read: { node, place, value in
                guard let found = node.string.flatMap(Value.init(rawValue:)) else {
                    let note = node.string.flatMap { Problem.note(nearestTo: $0, among: choices.map(\.word)) }
                    return place.refuse(node, expected: facts.words, note: note)
                }
                value = found
            },
            content: { .string($0.rawValue) })
    }
}

extension Form {
    /// A value that may be missing; `null` is as good as no key.
    static func optional<Wrapped: Sendable>(_ form: Form<Wrapped>, new: Wrapped) -> Form where Value == Wrapped? {
        Form(
            facts: .nullable(form.facts),
            read: { node, place, value in
                guard node.kind != .null else { return value = nil }
                var wrapped = new
                let before = place.noted.problems.count
                form.read(node, place, &wrapped)
                if place.noted.problems.count == before { value = wrapped }
            },
            content: { $0.flatMap(form.content) })
    }
}
