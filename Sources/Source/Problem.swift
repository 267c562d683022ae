/// One mistake in a file that an administrator wrote: where it stands and what it is.
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// How much a mistake weighs.
    public enum Weight: String, Sendable {
        /// Nothing is made of the site.
        case error
        /// The site can be used as it is.
        case warning
    }

    /// The file as the caller named it.
    public let file: String
    /// Where the mistake stands.
    public let position: SourcePosition
    /// How much it weighs.
    public let weight: Weight
    /// What is wrong.
    public let wrong: String
    /// What was expected, without that word; nil where nothing was.
    public let expected: String?
    /// What helps besides: the word that was probably meant, or where the first of two stands.
    public let note: String?
    /// The line with its caret; nil where the mistake is no piece of text.
    public let excerpt: SourceExcerpt?

    /// A mistake at a byte of a text.
    public init(
        _ wrong: String, expected: String? = nil, note: String? = nil, weight: Weight = .error, file: String,
        source: SourceText, offset: Int
    ) {
        let position = source.position(at: offset)
        self.init(wrong, expected, note, weight, file, position, source.excerpt(at: position))
    }

    /// A mistake of a whole file or folder.
    public init(
        _ wrong: String, expected: String? = nil, note: String? = nil, weight: Weight = .error, file: String
    ) {
        self.init(wrong, expected, note, weight, file, SourcePosition(line: 1, column: 1), nil)
    }

    private init(
        _ wrong: String, _ expected: String?, _ note: String?, _ weight: Weight, _ file: String,
        _ position: SourcePosition, _ excerpt: SourceExcerpt?
    ) {
        self.file = file
        self.position = position
        self.weight = weight
        self.wrong = wrong
        self.expected = expected
        self.note = note
        self.excerpt = excerpt
    }

    /// What is wrong, what was expected, and what helps, in one line.
    public var message: String {
        ([wrong] + [expected.map { "expected \($0)" }, note].compactMap { $0 }).joined(separator: "; ")
    }

    /// `file:line:column: error: what is wrong; what was expected`, in one line.
    public var description: String { "\(file):\(position): \(weight): \(message)" }

    /// The same with the line of the file and a caret under it.
    public var withExcerpt: String { ([description] + (excerpt?.lines ?? [])).joined(separator: "\n") }

    /// A note that names the word that was probably meant; nil if none is near.
    public static func note(nearestTo word: String, among words: some Sequence<String>) -> String? {
        nearest(to: word, among: words).map { "did you mean \(quoted($0))?" }
    }
}

/// All mistakes of a reading, in the order of the file; never empty.
public struct Problems: Error, Hashable, Sendable, CustomStringConvertible {
    /// The mistakes, by position.
    public let all: [Problem]

    /// Sorts by position within each file, the files in the order in which they were read; mistakes at one place keep
    /// their order. An exact repetition is dropped.
    ///
    /// Returns nil for no mistakes, so that a caller can write `if let problems = Problems(found) { throw problems }`.
    public init?(_ found: [Problem]) {
        guard !found.isEmpty else { return nil }
        var seen: Set<Problem> = []
        var files: [String: Int] = [:]
        for problem in found where files[problem.file] == nil { files[problem.file] = files.count }
        all = found.filter { seen.insert($0).inserted }
            .enumerated()
            .sorted {
                (files[$0.element.file] ?? 0, $0.element.position, $0.offset)
                    < (files[$1.element.file] ?? 0, $1.element.position, $1.offset)
            }
            .map(\.element)
    }

    /// One mistake.
    public init(_ problem: Problem) {
        all = [problem]
    }

    /// One line for each mistake.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}
