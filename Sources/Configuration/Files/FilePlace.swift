import Source

/// A place in a file of the site, for mistakes that are found after it has been read.
public struct FilePlace: Sendable {
    /// The file as the caller named it.
    let file: String
    /// Its text.
    let source: SourceText
    /// The byte.
    let offset: Int

    /// A mistake here.
    public func problem(
        _ wrong: String, expected: String, note: String? = nil, weight: Problem.Weight = .error
    ) -> Problem {
        Problem(wrong, expected: expected, note: note, weight: weight, file: file, source: source, offset: offset)
    }
}

extension Place {
    /// Where a value stands.
    func place(of node: Node) -> FilePlace {
        FilePlace(file: document.file, source: document.source, offset: node.offset)
    }
}
