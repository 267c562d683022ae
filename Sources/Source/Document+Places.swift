extension Document {
    /// The value at a path; nil if there is none.
    public func node(at path: some Sequence<PathStep>) -> Node? {
        var node = root
        for step in path {
            guard let child = node.child(step) else { return nil }
            node = child
        }
        return node
    }

    /// Where the value at a path begins; nil if there is none.
    public func position(of path: [PathStep]) -> SourcePosition? {
        node(at: path).map { source.position(at: $0.offset) }
    }

    /// Where the key begins that the path ends with; nil if there is none, or if the path ends with a list's element.
    public func keyPosition(of path: [PathStep]) -> SourcePosition? {
        guard case .key(let key)? = path.last else { return nil }
        return node(at: path.dropLast())?.member(key).map { source.position(at: $0.keyOffset) }
    }

    /// A mistake at the value of a path, or at the innermost thing around it that exists.
    public func problem(
        at path: [PathStep], _ wrong: String, expected: String? = nil, note: String? = nil,
        weight: Problem.Weight = .error
    ) -> Problem {
        var node = root
        for step in path {
            guard let child = node.child(step) else { break }
            node = child
        }
        return problem(at: node.offset, wrong, expected: expected, note: note, weight: weight)
    }

    /// The same at the key: for keys that are wrong themselves. Without such a key, at the value.
    public func problem(
        atKey path: [PathStep], _ wrong: String, expected: String? = nil, note: String? = nil,
        weight: Problem.Weight = .error
    ) -> Problem {
        guard case .key(let key)? = path.last, let member = node(at: path.dropLast())?.member(key) else {
            return problem(at: path, wrong, expected: expected, note: note, weight: weight)
        }
        return problem(at: member.keyOffset, wrong, expected: expected, note: note, weight: weight)
    }

    /// A mistake at a byte.
    public func problem(
        at offset: Int, _ wrong: String, expected: String? = nil, note: String? = nil, weight: Problem.Weight = .error
    ) -> Problem {
        Problem(
            wrong, expected: expected, note: note, weight: weight, file: file, source: source, offset: offset)
    }
}

extension Node {
    /// The value one step inside; nil if there is none.
    public func child(_ step: PathStep) -> Node? {
        switch step {
        case .key(let key): member(key)?.node
        case .index(let index): elements.indices.contains(index) ? elements[index] : nil
        }
    }
}
