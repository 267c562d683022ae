import Source

extension Form {
    /// An object with keys of its own.
    static func object(_ keys: Keys<Value>, facts: ([KeyFacts]) -> ValueFacts = { .object($0) }) -> Form {
        Form(
            facts: facts(keys.facts),
            read: { node, place, value in keys.read(node, at: place, into: &value) },
            content: { keys.content(of: $0) })
    }

    /// A list in which every wrong element is noted and left out.
    static func list<Element: Sendable>(
        of element: Form<Element>, new: Element, atLeast least: Int = 0
    ) -> Form where Value == [Element] {
        let facts = ValueFacts.list(element.facts, atLeast: least)
        return Form(
            facts: facts,
            read: { node, place, values in
                guard node.kind == .array, node.elements.count >= least else {
                    return place.refuse(node, expected: facts.words)
                }
                values = node.elements.enumerated().compactMap { index, node in
                    var value = new
                    let before = place.noted.problems.count
                    element.read(node, place.inside(.index(index)), &value)
                    return place.noted.problems.count == before ? value : nil
                }
            },
            content: { values in
                .array(
                    values.map {
                        let nothing: Node.Content = element.facts.hasKeys ? .object(Members()) : .string("")
                        return Node(offset: 0, content: element.content($0) ?? nothing)
                    })
            })
    }

    /// An object with free keys, in the order of their names; every wrong value is noted and left out.
    static func dictionary<Element: Sendable>(
        of element: Form<Element>, new: Element
    ) -> Form where Value == [(name: String, value: Element)] {
        let facts = ValueFacts.dictionary(element.facts)
        return Form(
            facts: facts,
            read: { node, place, values in
                guard node.kind == .object else { return place.refuse(node, expected: facts.words) }
                values = node.members.sorted { $0.key < $1.key }.compactMap { member in
                    var value = new
                    let before = place.noted.problems.count
                    element.read(member.node, place.inside(.key(member.key)), &value)
                    return place.noted.problems.count == before ? (member.key, value) : nil
                }
            },
            content: { values in
                var members = Members()
                for (name, value) in values {
                    guard let content = element.content(value) else { continue }
                    members.append(Node.Member(key: name, keyOffset: 0, node: Node(offset: 0, content: content)))
                }
                return members.entries.isEmpty ? nil : .object(members)
            })
    }
}

/// Reads a whole file; all its mistakes are noted. The value holds the defaults where the file is wrong.
func read<Value: Sendable>(_ form: Form<Value>, from document: Document, into value: Value, noting noted: Noted)
    -> Value
{
    var value = value
    noted.problems += document.problems
    form.read(document.root, Place(document: document, noted: noted), &value)
    return value
}
