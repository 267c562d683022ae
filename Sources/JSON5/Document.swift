/// A JSON5 file that has been read: where each of its values and keys stands.
public struct Document: Sendable {
    /// The file as the caller named it, for messages.
    public let file: String
    /// The outermost value.
    public let root: Node
    /// Keys that stand more than once in their object, in the order of the file; the tree holds the first of each.
    public let duplicateKeys: [Problem]

    let source: SourceText
    private let continuations: [Range<Int>]

    /// Reads UTF-8 bytes without a byte order mark. Throws the first syntax error; duplicate keys are only noted.
    public init(parsing bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()) throws(Problems) {
        func problem(_ fault: SyntaxFault, at position: SourcePosition) -> Problems {
            Problems(Problem(file: file, position: position, fault: .syntax(fault)))
        }
        let beginning = SourcePosition(line: 1, column: 1)
        guard bytes.count <= limits.bytes else { throw problem(.tooLarge(limit: limits.bytes), at: beginning) }
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw problem(.byteOrderMark, at: beginning) }
        let source = SourceText(bytes)
        if let offset = Self.offsetOfInvalidUTF8(in: bytes) {
            throw problem(.notUTF8, at: source.position(at: offset))
        }
        var reader = PositionReader(bytes, deepest: limits.depth)
        do {
            root = try reader.document()
        } catch {
            throw problem(error.fault, at: source.position(at: error.offset))
        }
        duplicateKeys = reader.duplicates.map {
            Problem(
                file: file, position: source.position(at: $0.offset),
                fault: .duplicateKey($0.key, first: source.position(at: $0.firstOffset)))
        }
        continuations = reader.continuations
        self.file = file
        self.source = source
    }

    private static func offsetOfInvalidUTF8(in bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// The bytes as Foundation's decoder reads them rightly: without line continuations.
    var decoderBytes: [UInt8] {
        guard !continuations.isEmpty else { return source.bytes }
        var result: [UInt8] = []
        result.reserveCapacity(source.bytes.count)
        var next = 0
        for continuation in continuations {
            result.append(contentsOf: source.bytes[next..<continuation.lowerBound])
            next = continuation.upperBound
        }
        return result + source.bytes[next...]
    }
}
