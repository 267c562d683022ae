/// What a text must be.
struct TextRule: Sendable {
    /// Why a text is refused: what is wrong where that says more than the text itself, and what was expected.
    typealias Refusal = (wrong: String?, expected: String)

    /// What is expected, in words, without that word.
    let expected: String
    /// The same as a regular expression (ECMA-262), for editors; nil where none says it. It may allow more than `refusal`.
    let pattern: String?
    /// An example that is right; empty for none.
    let example: String
    /// Why a text is refused; nil for one that is right.
    let refusal: @Sendable (String) -> Refusal?

    /// A rule that can say more of a wrong text than what was expected.
    init(
        expected: String, pattern: String? = nil, example: String = "",
        refusal: @escaping @Sendable (String) -> Refusal?
    ) {
        self.expected = expected
        self.pattern = pattern
        self.example = example
        self.refusal = refusal
    }

    /// A rule that holds or does not.
    init(
        expected: String, pattern: String? = nil, example: String = "", holds: @escaping @Sendable (String) -> Bool
    ) {
        self.init(
            expected: expected, pattern: pattern, example: example, refusal: { holds($0) ? nil : (nil, expected) })
    }

    /// Any text.
    static let any = TextRule(expected: "a text in quotes") { _ in true }
    /// The place of a file or folder.
    static let path = TextRule(
        expected: "the path of a file or folder, seen from the config's folder", pattern: "^[^\\u0000]+$"
    ) { !$0.isEmpty && !$0.utf8.contains(0) }
}
