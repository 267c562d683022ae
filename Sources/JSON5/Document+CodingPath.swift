extension Document {
    /// The value at a decoder's coding path.
    func node(at codingPath: [any CodingKey]) -> Node? {
        var node = root
        for key in codingPath {
            guard let child = node.child(node.step(key)) else { return nil }
            node = child
        }
        return node
    }

    /// The coding path in steps. A key with a number is an index only where a list stands: dictionaries have such keys too.
    func path(_ codingPath: [any CodingKey]) -> [PathStep] {
        var node: Node? = root
        return codingPath.map { key in
            let step = node?.step(key) ?? .key(key.stringValue)
            node = node?.child(step)
            return step
        }
    }
}

extension Node {
    fileprivate func step(_ key: any CodingKey) -> PathStep {
        if case .array = content, let index = key.intValue { return .index(index) }
        return .key(key.stringValue)
    }
}
