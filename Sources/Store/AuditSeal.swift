import SQLite
import Secrets

/// What makes a chain of the audit's lines: each carries a keyed hash of itself, of what it tells of, and of the seal of
/// the line before it. Whoever can write the database but has not the desk's key cannot change a line, nor take one out of
/// the middle, without its being found.
///
/// What a line tells of (the letter as registered, its number, its reason, the reply's file) is hashed apart, so that a
/// check says which of the two was changed, and so that a letter can be erased some day without breaking the chain.
public struct AuditSeal: Sendable {
    /// A line of the audit, as far as its seal covers it.
    public struct Line: Sendable {
        /// The letter.
        public let letter: Int?
        /// UTC seconds.
        public let at: Int
        /// What was done.
        public let kind: String
        /// The name of the account.
        public let staff: String?
        /// The words.
        public let text: String
        /// The number of a document.
        public let document: Int?
        /// The hash of what it tells of; empty where that is nothing beside the line.
        public var facts: [UInt8]

        /// A line.
        public init(
            letter: Int?, at: Int, kind: String, staff: String?, text: String, document: Int?,
            facts: [UInt8] = []
        ) {
            self.letter = letter
            self.at = at
            self.kind = kind
            self.staff = staff
            self.text = text
            self.document = document
            self.facts = facts
        }
    }

    /// What the first line's seal follows.
    public static let beginning = [UInt8](repeating: 0, count: 32)

    private let key: SecretKey

    /// Seals made with a desk's key.
    public init(key: SecretKey) { self.key = key }

    /// The seal of a line that comes after the one with the seal `previous`.
    public func seal(_ line: Line, after previous: [UInt8]) -> [UInt8] {
        func bytes(_ number: Int?) -> [UInt8] { number.map { Array(String($0).utf8) } ?? [] }
        return key.digest(
            .auditLine, previous, Array(line.kind.utf8), bytes(line.at), bytes(line.letter),
            Array((line.staff ?? "").utf8), Array(line.text.utf8), bytes(line.document), line.facts)
    }

    /// The hash of rows' values, one after another; empty for none.
    func facts(_ values: [[UInt8]]?) -> [UInt8] { values.map { key.digest(.auditFacts, parts: $0) } ?? [] }
}
