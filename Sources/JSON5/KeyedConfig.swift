/// A part of a config file: an object with known keys, read by an `ObjectReader`.
///
/// Conforming types declare `enum CodingKeys: String, CodingKey, CaseIterable` and `init(reading:)`.
public protocol KeyedConfig: Decodable {
    /// The keys that the object may have.
    associatedtype CodingKeys: CodingKey & CaseIterable

    /// Takes the values from the object. Throws only where nothing can stand for a missing part.
    init(reading object: ObjectReader<CodingKeys>) throws
}

extension KeyedConfig {
    /// Decodes by way of `init(reading:)`.
    public init(from decoder: any Decoder) throws {
        try self.init(reading: decoder.object(CodingKeys.self))
    }
}

extension Decoder {
    /// The object that is being decoded; unknown keys are noted with the nearest known one, and reading goes on.
    ///
    /// Throws where the value is no object, and `NotInsideRead` where `read` did not make the decoder.
    public func object<Key: CodingKey & CaseIterable>(_ keys: Key.Type) throws -> ObjectReader<Key> {
        try ObjectReader(self)
    }
}
