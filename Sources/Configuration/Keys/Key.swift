import Source

/// One key of an object of a file: the only place that says what it is called, what it may hold, where its value goes and
/// what it is for. Reading, `pishkhan config --explain`, the JSON Schema and the reference page all come from it.
struct Key<Object: Sendable>: Sendable {
    /// The key's name in the file.
    let name: String
    /// Whether the object must have it.
    let isRequired: Bool
    /// What the key says of itself, with what holds in a new object as its default.
    fileprivate let facts: @Sendable (_ new: Object) -> KeyFacts
    /// What is expected of the value, in words.
    fileprivate let words: String
    /// The value of an object as it would stand in a file; nil where that would say nothing.
    let content: @Sendable (Object) -> Node.Content?
    /// Takes the value over into an object.
    fileprivate let take: @Sendable (Node, Place, inout Object) -> Void

    /// A key whose value becomes a field.
    ///
    /// - Parameter about: what it is for, in whole sentences for somebody who is no programmer.
    init<Value: Sendable>(
        _ name: String, _ form: Form<Value>, _ field: WritableKeyPath<Object, Value> & Sendable,
        isRequired: Bool = false,
        about: String
    ) {
        self.name = name
        self.isRequired = isRequired
        facts = { new in
            KeyFacts(
                name: name, about: about, value: form.facts, isRequired: isRequired,
                fallback: isRequired || form.facts.hasKeys ? nil : form.content(new[keyPath: field]))
        }
        words = form.facts.words
        content = { object in form.content(object[keyPath: field]) }
        take = { node, place, object in form.read(node, place, &object[keyPath: field]) }
    }
}

/// The keys that an object of a file may have.
struct Keys<Object: Sendable>: Sendable {
    /// All keys, in the order in which they are explained.
    let all: [Key<Object>]
    /// An object in which nothing has been set: the defaults.
    let new: Object
    /// The names of all keys, and which of them an object must have: a file may hold ten thousand objects.
    private let names: [String]
    private let required: [Bool]
    /// What must hold across several keys.
    private let rule: @Sendable (ObjectPlace, inout Object) -> Void

    init(
        new: Object, _ all: [Key<Object>],
        rule: @escaping @Sendable (ObjectPlace, inout Object) -> Void = { _, _ in }
    ) {
        self.new = new
        self.all = all
        names = all.map(\.name)
        required = all.map(\.isRequired)
        self.rule = rule
    }

    /// The facts of all keys.
    var facts: [KeyFacts] { all.map { $0.facts(new) } }

    /// Reads an object into one that holds the defaults; every mistake is noted, and the rest is read all the same.
    @discardableResult
    func read(_ node: Node, at place: Place, into object: inout Object) -> ObjectPlace {
        let seen = ObjectPlace(node: node, place: place)
        guard node.kind == .object else {
            seen.wrong.formUnion(names)
            place.refuse(node, expected: "an object { … }")
            return seen
        }
        noteUnknownKeys(of: node, in: seen)
        for (index, name) in names.enumerated() {
            if let member = node.member(name) {
                let before = place.noted.problems.count
                all[index].take(member.node, place.inside(.key(name)), &object)
                if place.noted.problems.count > before { seen.wrong.insert(name) }
            } else if required[index], seen.wrong.insert(name).inserted {
                place.note(
                    node, "\(place.described) lacks the key \(quoted(name))",
                    expected: "\(name): \(all[index].words)")
            }
        }
        rule(seen, &object)
        return seen
    }

    /// An object as it would stand in a file: without what is as in a new one. Nil where nothing is left.
    func content(of object: Object) -> Node.Content? {
        var members = Members()
        for key in all {
            guard let content = key.content(object) else { continue }
            let node = Node(offset: 0, content: content)
            if let fallback = key.content(new), node.jsonText == Node(offset: 0, content: fallback).jsonText {
                continue
            }
            members.append(Node.Member(key: key.name, keyOffset: 0, node: node))
        }
        return members.entries.isEmpty ? nil : .object(members)
    }

    /// A key that is near to a missing one stands for it: the missing one is wrong, and nothing more is said of it.
    private func noteUnknownKeys(of node: Node, in seen: ObjectPlace) {
        for member in node.members where !names.contains(member.key) {
            let meant = nearest(to: member.key, among: names.filter { node.member($0) == nil })
            if let meant { seen.wrong.insert(meant) }
            seen.place.noted.problems.append(
                seen.place.document.problem(
                    at: member.keyOffset, "unknown key \(quoted(member.key))",
                    expected: "one of \(names.map(quoted).joined(separator: ", "))",
                    note: meant.map { "did you mean \(quoted($0))?" }))
        }
    }
}
