/// The text with its ASCII digits shown as Persian ones, ۰ ... ۹; all else stays.
public func persianDigits(_ text: String) -> String {
    guard text.utf8.contains(where: isASCIIDigit) else { return text }
    return String(unsafeUninitializedCapacity: text.utf8.count * 2) { buffer in
        var count = 0
        for byte in text.utf8 {
            if isASCIIDigit(byte) {
                // U+06F0 ... U+06F9 are DB B0 ... DB B9 in UTF-8.
                buffer[count] = 0xDB
                count += 1
            }
            buffer[count] = isASCIIDigit(byte) ? byte - 0x30 + 0xB0 : byte
            count += 1
        }
        return count
    }
}

private func isASCIIDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// The text with its Persian digits (U+06F0 ... U+06F9) and Arabic ones (U+0660 ... U+0669) as ASCII; all else stays.
public func asciiDigits(_ text: String) -> String {
    // All of them begin with DB or D9 in UTF-8, which most typed text does not hold.
    guard text.utf8.contains(where: { $0 == 0xDB || $0 == 0xD9 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(asciiDigit(scalar)) }
    return String(result)
}

/// A Persian or Arabic digit as ASCII, any other scalar as it is.
func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{06F0}"..."\u{06F9}": moved(scalar, from: "\u{06F0}", to: "0")
    case "\u{0660}"..."\u{0669}": moved(scalar, from: "\u{0660}", to: "0")
    default: scalar
    }
}

/// The scalar as far after `end` as it is after `start`.
private func moved(_ scalar: Unicode.Scalar, from start: Unicode.Scalar, to end: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value - start.value + end.value) ?? scalar
}
