/// One object of a config file while it is decoded: gives its values and notes every mistake instead of stopping.
///
/// `Decoder.object(_:)` makes it. The values that it gives in place of wrong or missing ones only let reading go on:
/// `read` throws in the end if anything was noted.
public final class ObjectReader<Key: CodingKey & CaseIterable> {
    let container: KeyedDecodingContainer<Key>
    let collector: ProblemCollector
    private var wrongKeys: Set<String> = []

    init(_ decoder: any Decoder) throws {
        collector = try decoder.collector
        container = try decoder.container(keyedBy: Key.self)
        reportUnknownKeys()
    }

    private func reportUnknownKeys() {
        let document = collector.document
        guard let node = document.node(at: container.codingPath) else { return }
        for member in node.members where Key(stringValue: member.key) == nil {
            let known = Key.allCases.map(\.stringValue)
            let meant = nearest(to: member.key, among: known.filter { node.member($0) == nil })
            let fault = Fault.unknownKey(member.key, known: known, nearest: meant)
            let position = document.source.position(at: member.keyOffset)
            collector.report(Problem(file: document.file, position: position, fault: fault))
        }
    }

    /// Whether the file has the key; `null` counts as having it.
    public func has(_ key: Key) -> Bool { container.contains(key) }

    /// The value, or `fallback` where the key is missing; a value of a wrong type is noted.
    public func value<Value: Decodable>(_ key: Key, default fallback: @autoclosure () -> Value) -> Value {
        guard has(key) else { return fallback() }
        return decoded(Value.self, key) ?? fallback()
    }

    /// The value, or nil where the key is missing or `null`; a value of a wrong type is noted.
    public func optional<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) -> Value? {
        guard has(key), kind(of: key) != .null else { return nil }
        return decoded(type, key)
    }

    /// The value; a missing key and a wrong type are noted, and `placeholder` lets reading go on.
    public func required<Value: Decodable>(_ key: Key, placeholder: @autoclosure () -> Value) -> Value {
        guard has(key) else {
            reportMissing(key)
            return placeholder()
        }
        return decoded(Value.self, key) ?? placeholder()
    }

    /// The value; a missing key and a wrong type are noted and end this object with `AlreadyReported`, for types that have
    /// no placeholder. Read the other keys first.
    public func required<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value {
        guard has(key) else {
            reportMissing(key)
            throw AlreadyReported()
        }
        guard let value = decoded(type, key) else { throw AlreadyReported() }
        return value
    }

    /// Notes "must be …" (or any sentence) at the key's value unless the condition holds.
    ///
    /// A key with a mistake of its own is not checked again: its value is a placeholder.
    public func check(_ key: Key, _ sentence: String, _ holds: () -> Bool) {
        guard !isWrong(key), !holds() else { return }
        problem(at: key, sentence)
    }

    /// Notes a mistake at the key's value, or at the object where the key is missing.
    public func problem(at key: Key, _ sentence: String) {
        wrongKeys.insert(key.stringValue)
        let path = collector.document.path(container.codingPath + [key])
        collector.report(collector.document.problem(at: path, sentence))
    }

    /// Whether a mistake has been noted at the key's value or inside it.
    public func isWrong(_ key: Key) -> Bool { wrongKeys.contains(key.stringValue) }

    /// Where the key's value begins; the object's own position where the key is missing.
    public func position(of key: Key) -> SourcePosition {
        let document = collector.document
        return document.problem(at: document.path(container.codingPath + [key]), "").position
    }

    func reportMissing(_ key: Key) {
        wrongKeys.insert(key.stringValue)
        let path = collector.document.path(container.codingPath)
        collector.report(collector.document.problem(nearestTo: path, .missingKey(key.stringValue, in: path)))
    }

    /// Decodes and notes what goes wrong; nil if it did.
    func decoded<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
        let before = collector.count
        defer { if collector.count > before { wrongKeys.insert(key.stringValue) } }
        do {
            return try container.decode(type, forKey: key)
        } catch {
            wrongKeys.insert(key.stringValue)
            collector.report(error, decoding: type, at: container.codingPath + [key])
            return nil
        }
    }

    private func kind(of key: Key) -> NodeKind? {
        collector.document.node(at: container.codingPath)?.member(key.stringValue)?.node.kind
    }
}
