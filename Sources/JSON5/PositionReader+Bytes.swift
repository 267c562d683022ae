extension PositionReader {
    /// The byte at the offset, and 0 at the end: NUL itself is allowed nowhere.
    var peek: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    /// The byte some places further, and 0 beyond the end.
    func peek(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The scalar at the offset and its length in bytes; nil at the end.
    var scalar: (value: Unicode.Scalar, length: Int)? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] < 0x80 { return (Unicode.Scalar(bytes[offset]), 1) }
        let end = min(offset + 4, bytes.count)
        return String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first.map {
            ($0, UTF8.width($0))
        }
    }

    var found: SyntaxFault.Found { scalar.map { .character($0.value.value) } ?? .endOfFile }

    func unexpected(_ expected: SyntaxFault.Expected) -> Failure {
        if offset < bytes.count, bytes[offset] == 0 {
            return Failure(offset: offset, fault: .controlCharacter(0))
        }
        return Failure(offset: offset, fault: .unexpected(found, expected: expected))
    }

    /// Goes over the longest identifier at the offset; over nothing if there is none.
    mutating func skipIdentifier() {
        guard let first = scalar, Identifier.isStart(first.value) else { return }
        offset += first.length
        while let next = scalar, Identifier.isPart(next.value) { offset += next.length }
    }
}
