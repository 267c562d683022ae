import Source

/// Why a site cannot be used: mistakes in its files, each with its place.
public struct SiteFault: Error, CustomStringConvertible {
    /// The mistakes, in the order of the files and of the places in them.
    public let problems: [Problem]

    /// Puts the mistakes into their order.
    public init(_ found: [Problem]) { problems = Problems(found)?.all ?? [] }

    /// One line for each mistake: `file:line:column: error: what is wrong; what was expected`.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
