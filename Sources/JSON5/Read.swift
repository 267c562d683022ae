import FoundationEssentials

/// A value with the document that it was read from, for checks across a whole file or several.
public struct Located<Value> {
    /// What was read.
    public let value: Value
    /// Where everything stands.
    public let document: Document

    /// Where the value at a path begins; nil if the file has none there.
    public func position(of path: [PathStep]) -> SourcePosition? { document.position(of: path) }

    /// Where the key at the end of a path begins; nil if the file has none there.
    public func keyPosition(of path: [PathStep]) -> SourcePosition? { document.keyPosition(of: path) }

    /// A mistake in the caller's words, at the value of a path.
    public func problem(at path: [PathStep], _ sentence: String) -> Problem { document.problem(at: path, sentence) }
}

extension Located: Sendable where Value: Sendable {}

/// Reads a value from a JSON5 file and keeps the positions. Throws all mistakes at once; a syntax error is alone.
///
/// `file` is only the name in the messages.
public func readLocated<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()
) throws(Problems) -> Located<Value> {
    let document = try Document(parsing: bytes, file: file, limits: limits)
    let collector = ProblemCollector(document: document)
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    if let key = ProblemCollector.userInfoKey { decoder.userInfo[key] = collector }
    var value: Value?
    do {
        value = try decoder.decode(type, from: Data(document.decoderBytes))
    } catch {
        collector.report(error, decoding: type, at: [])
    }
    if let problems = Problems(collector.problems) { throw problems }
    guard let value else {
        throw Problems(document.problem(at: [], "could not be read, but nothing was said to be wrong"))
    }
    return Located(value: value, document: document)
}

/// Reads a value from a JSON5 file. Throws all mistakes at once; a syntax error is alone.
///
/// `file` is only the name in the messages.
public func read<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()
) throws(Problems) -> Value {
    try readLocated(type, from: bytes, file: file, limits: limits).value
}
