import Source

/// Reads a JSON5 file in UTF-8 without a byte order mark.
///
/// `file` is only the name in the messages. Throws the first syntax error; duplicate keys are only noted.
public func readJSON5(
    _ bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()
) throws(Problems) -> Document {
    let source = SourceText(bytes)
    func problem(_ fault: SyntaxFault, at offset: Int) -> Problems {
        Problems(
            Problem(fault.wrong, expected: fault.expected, file: file, source: source, offset: offset))
    }
    guard bytes.count <= limits.bytes else { throw problem(.tooLarge(limit: limits.bytes), at: 0) }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw problem(.byteOrderMark, at: 0) }
    if let offset = source.offsetOfInvalidUTF8 { throw problem(.notUTF8, at: offset) }
    var reader = PositionReader(bytes, deepest: limits.depth)
    let root: Node
    do {
        root = try reader.document()
    } catch {
        throw problem(error.fault, at: error.offset)
    }
    let duplicates = reader.duplicates.map {
        Problem(
            "duplicate key \(quoted($0.key))", expected: "each key once",
            note: "the first stands at \(source.position(at: $0.firstOffset))", file: file, source: source,
            offset: $0.offset)
    }
    return Document(file: file, source: source, root: root, problems: duplicates)
}
