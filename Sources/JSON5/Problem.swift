/// One mistake in a file that an administrator wrote: where it stands and what it is.
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file as the caller named it.
    public let file: String
    /// Where the mistake stands.
    public let position: SourcePosition
    /// What is wrong and what was expected, as facts.
    public let fault: Fault

    /// A mistake at a place.
    public init(file: String, position: SourcePosition, fault: Fault) {
        self.file = file
        self.position = position
        self.fault = fault
    }

    /// What is wrong and what was expected, in words.
    public var message: String { fault.description }

    /// `file:line:column: what is wrong, what was expected`, in one line.
    public var description: String { "\(file):\(position): \(message)" }
}

/// All mistakes of a reading, in the order of the file; never empty.
public struct Problems: Error, Hashable, Sendable, CustomStringConvertible {
    /// The mistakes, by position.
    public let all: [Problem]

    /// Sorts by file and position; mistakes at one place keep their order. An exact repetition is dropped.
    ///
    /// Returns nil for no mistakes, so that a caller can write `if let problems = Problems(found) { throw problems }`.
    public init?(_ found: [Problem]) {
        guard !found.isEmpty else { return nil }
        var seen: Set<Problem> = []
        all = found.filter { seen.insert($0).inserted }
            .enumerated()
            .sorted {
                ($0.element.file, $0.element.position, $0.offset) < ($1.element.file, $1.element.position, $1.offset)
            }
            .map(\.element)
    }

    init(_ problem: Problem) {
        all = [problem]
    }

    /// One line for each mistake.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}
