import Synchronization

/// Gathers the mistakes of one reading; it travels in the decoder's `userInfo`, which wants it `Sendable`.
final class ProblemCollector: Sendable {
    /// Where the reading's collector stands in `userInfo`.
    static let userInfoKey: CodingUserInfoKey? = CodingUserInfoKey(rawValue: "JSON5.ProblemCollector")

    let document: Document
    private let found: Mutex<[Problem]>

    init(document: Document) {
        self.document = document
        found = Mutex(document.duplicateKeys)
    }

    var problems: [Problem] { found.withLock { $0 } }

    var count: Int { found.withLock { $0.count } }

    func report(_ problem: Problem) {
        found.withLock { $0.append(problem) }
    }

    /// Reports an error of decoding `type` at `codingPath`; says nothing of what has been reported before.
    func report(_ error: any Error, decoding type: Any.Type, at codingPath: [any CodingKey]) {
        if error is AlreadyReported { return }
        report(document.problem(for: error, decoding: type, at: codingPath))
    }
}

/// Thrown by `ObjectReader.required(_:as:)` after the mistake has been noted, to leave an `init` that cannot go on.
public struct AlreadyReported: Error, Equatable {}

/// A config type was decoded by a decoder that `read` did not make.
public struct NotInsideRead: Error, Equatable {}

extension Decoder {
    var collector: ProblemCollector {
        get throws(NotInsideRead) {
            guard let key = ProblemCollector.userInfoKey, let collector = userInfo[key] as? ProblemCollector else {
                throw NotInsideRead()
            }
            return collector
        }
    }
}
