/// A statement whose interpolated values are bound as parameters, so that no value ever becomes part of the SQL text.
///
///     try database.run("UPDATE letter SET state = \(state) WHERE id = \(id)")
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text, with `?` where values stand.
    public let text: String
    /// The values, in the order of the placeholders.
    public let values: [SQLValue]

    /// A statement without values.
    public init(stringLiteral value: String) {
        text = value
        values = []
    }

    /// A statement with its values.
    public init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// Collects literal SQL and values apart.
    public struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        /// Makes room for the literal part.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        /// Literal SQL, written by the programmer.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func append(_ value: SQLValue) {
            text += "?"
            values.append(value)
        }

        /// A whole number.
        public mutating func appendInterpolation(_ value: Int) { append(.integer(Int64(value))) }
        /// A whole number or NULL.
        public mutating func appendInterpolation(_ value: Int?) { append(value.map { .integer(Int64($0)) } ?? .null) }
        /// 1 or 0.
        public mutating func appendInterpolation(_ value: Bool) { append(.integer(value ? 1 : 0)) }
        /// Text.
        public mutating func appendInterpolation(_ value: String) { append(.text(value)) }
        /// Text or NULL.
        public mutating func appendInterpolation(_ value: String?) { append(value.map { .text($0) } ?? .null) }
        /// Bytes.
        public mutating func appendInterpolation(_ value: [UInt8]) { append(.blob(value)) }
    }
}

/// A value that SQLite stores.
public enum SQLValue: Equatable, Sendable {
    /// No value.
    case null
    /// A 64-bit whole number.
    case integer(Int64)
    /// UTF-8 text.
    case text(String)
    /// Bytes as they are.
    case blob([UInt8])
}

extension SQL {
    /// This statement's text and values after literal SQL, such as the part that several queries share.
    public func following(_ start: String) -> SQL {
        var whole = Interpolation(literalCapacity: start.utf8.count + text.utf8.count, interpolationCount: 0)
        whole.text = start + text
        whole.values = values
        return SQL(stringInterpolation: whole)
    }
}
