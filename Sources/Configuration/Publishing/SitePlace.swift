import Source

/// Where something stands in a file of the site, for what can only be judged when the whole site is known.
public struct SitePlace: Sendable {
    private let document: Document
    private let offset: Int

    /// The place of a byte of a file.
    init(_ document: Document, offset: Int) {
        self.document = document
        self.offset = offset
    }

    /// Something there that is worth mending.
    public func warning(_ wrong: String, expected: String, note: String? = nil) -> Problem {
        document.problem(at: offset, wrong, expected: expected, note: note, weight: .warning)
    }
}
