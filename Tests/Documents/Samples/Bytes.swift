/// Numbers and texts as bytes, for files put together by hand.
enum Bytes {
    static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    static func big(_ number: Int, _ count: Int) -> [UInt8] { little(number, count).reversed() }

    static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}

extension [UInt8] {
    /// The bytes with some of them replaced.
    func replacing(at place: Int, with bytes: [UInt8]) -> [UInt8] {
        var copy = self
        copy.replaceSubrange(place..<place + bytes.count, with: bytes)
        return copy
    }
}
