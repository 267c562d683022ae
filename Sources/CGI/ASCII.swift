/// Character classes of HTTP's grammar. Comparisons, not tables: a table would be built at every start.
extension UInt8 {
    static let carriageReturn: UInt8 = 0x0D
    static let lineFeed: UInt8 = 0x0A
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09

    static func ascii(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isBlank: Bool { self == .space || self == .tab }
    var isControl: Bool { self < 0x20 || self == 0x7F }

    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
    var uppercased: UInt8 { self >= 0x61 && self <= 0x7A ? self & 0xDF : self }

    /// `tchar` of RFC 9110, section 5.6.2.
    var isToken: Bool {
        if isDigit || isLetter { return true }
        switch Unicode.Scalar(self) {
        case "!", "#", "$", "%", "&", "'", "*", "+", "-", ".", "^", "_", "`", "|", "~": return true
        default: return false
        }
    }

    /// `unreserved` of RFC 3986, section 2.3.
    var isUnreserved: Bool {
        if isDigit || isLetter { return true }
        switch Unicode.Scalar(self) {
        case "-", ".", "_", "~": return true
        default: return false
        }
    }

    /// 0 to 15 for a hexadecimal digit of either case.
    var hexadecimalValue: UInt8? {
        if isDigit { return self - 0x30 }
        let letter = self | 0x20
        return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : nil
    }

    /// The upper-case digit of the lower four bits.
    var hexadecimalDigit: UInt8 {
        let value = self & 0x0F
        return value < 10 ? 0x30 + value : 0x41 + value - 10
    }
}

extension ArraySlice<UInt8> {
    /// Without spaces and tabs at both ends (`OWS` of RFC 9110).
    var trimmed: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first.isBlank { slice.removeFirst() }
        while let last = slice.last, last.isBlank { slice.removeLast() }
        return slice
    }

    /// Nil if the bytes are not UTF-8.
    var text: String? {
        // `String(validating:)` looks up types by their names, which is the dearest that a process of one request does.
        let text = String(decoding: self, as: UTF8.self)
        return text.utf8.elementsEqual(self) ? text : nil
    }

    /// The text with ASCII letters in lower case; nil if the bytes are not UTF-8.
    var lowercasedText: String? { map(\.lowercased)[...].text }
}
