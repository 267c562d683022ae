extension Document {
    /// Where the value at a path begins; nil if there is none.
    public func position(of path: [PathStep]) -> SourcePosition? {
        node(at: path).map(position(of:))
    }

    /// Where the key begins that the path ends with; nil if there is none, or if the path ends with a list's element.
    public func keyPosition(of path: [PathStep]) -> SourcePosition? {
        guard case .key(let key)? = path.last, let parent = node(at: path.dropLast()) else { return nil }
        return parent.member(key).map { source.position(at: $0.keyOffset) }
    }

    /// Where a value of this document begins.
    public func position(of node: Node) -> SourcePosition { source.position(at: node.offset) }

    /// The value at a path; nil if there is none.
    public func node(at path: some Sequence<PathStep>) -> Node? {
        var node = root
        for step in path {
            guard let child = node.child(step) else { return nil }
            node = child
        }
        return node
    }

    /// A mistake in the caller's words, at the value of a path, or at the innermost thing around it that exists.
    public func problem(at path: [PathStep], _ sentence: String) -> Problem {
        problem(nearestTo: path, .refused(path: path, sentence))
    }

    /// The same at the key: for keys that are wrong themselves. Without such a key, at the value.
    public func problem(atKey path: [PathStep], _ sentence: String) -> Problem {
        guard let position = keyPosition(of: path) else { return problem(at: path, sentence) }
        return Problem(file: file, position: position, fault: .refused(path: path, sentence))
    }

    func problem(nearestTo path: [PathStep], _ fault: Fault) -> Problem {
        var node = root
        for step in path {
            guard let child = node.child(step) else { break }
            node = child
        }
        return Problem(file: file, position: position(of: node), fault: fault)
    }

    /// What a string says; nil for other kinds.
    func text(of node: Node) -> String? {
        guard node.kind == .string else { return nil }
        return PositionReader(source.bytes, deepest: 0).unescapedString(from: node.offset)
    }
}

extension Node {
    func child(_ step: PathStep) -> Node? {
        switch step {
        case .key(let key): member(key)?.node
        case .index(let index): elements.indices.contains(index) ? elements[index] : nil
        }
    }

    func member(_ key: String) -> Member? {
        guard case .object(let members) = content else { return nil }
        return members[key]
    }
}
