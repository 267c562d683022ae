/// A text as a JSON string, in its quotation marks.
public func jsonString(_ text: String) -> String { "\"" + jsonEscaped(text) + "\"" }

/// A text as it stands between the quotation marks of a JSON string (RFC 8259, section 7).
public func jsonEscaped(_ text: String) -> String {
    var text = text
    // Most texts stand as they are.
    let isPlain = text.withUTF8 { bytes in
        bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
    guard !isPlain else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": escaped += "\\\""
        case "\\": escaped += "\\\\"
        case "\n": escaped += "\\n"
        case "\r": escaped += "\\r"
        case "\t": escaped += "\\t"
        case "\u{0}"..."\u{1f}":
            let hex = String(scalar.value, radix: 16)
            escaped += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
