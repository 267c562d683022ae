/// One line of JSON for the log, made of names that the program knows and values that a stranger may have sent.
struct LogLine {
    /// Characters of a value; the rest is cut off, so that a line stays below the 4,096 bytes that a pipe takes at once.
    static let longestValue = 600

    private var text: [UInt8] = []

    /// Nothing yet.
    init() {
        text.reserveCapacity(256)
        text.append(0x7b)
    }

    /// Adds a number.
    mutating func add(_ name: StaticString, _ number: Int) {
        begin(name)
        append(String(number))
    }

    /// Adds a text; nil becomes `null`.
    mutating func add(_ name: StaticString, _ value: String?) {
        begin(name)
        guard let value else { return text += "null".utf8 }
        text.append(0x22)
        if value.utf8.count <= Self.longestValue, value.utf8.allSatisfy(Self.isPlain) {
            append(value)
        } else {
            for scalar in value.unicodeScalars.prefix(Self.longestValue) { append(scalar) }
        }
        text.append(0x22)
    }

    /// The line in UTF-8, with its line feed.
    var whole: [UInt8] { text + "}\n".utf8 }

    private mutating func begin(_ name: StaticString) {
        if text.count > 1 { text.append(0x2c) }
        text.append(0x22)
        name.withUTF8Buffer { text.append(contentsOf: $0) }
        text.append(0x22)
        text.append(0x3a)
    }

    /// Its bytes in one go: as a sequence they would be taken one by one.
    private mutating func append(_ plain: String) {
        var plain = plain
        plain.withUTF8 { text.append(contentsOf: $0) }
    }

    /// Almost all values are made of these.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7f && byte != 0x22 && byte != 0x5c
    }

    /// Escapes what JSON demands (RFC 8259, section 7), and whatever moves a terminal's cursor or turns its text.
    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x22, 0x5c:
            text += "\\".utf8
            text += String(scalar).utf8
        case 0..<0x20, 0x7f...0x9f, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff:
            let digits = String(scalar.value, radix: 16)
            text += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
        default: text += String(scalar).utf8
        }
    }
}
