import Portal

/// Fills the placeholders of a provider's interface.
struct Template {
    /// How a value is escaped for the place where it stands.
    enum Place {
        case url, form, json, header, plain
    }

    let values: [String: String]

    /// The text with its placeholders replaced.
    ///
    /// A brace that is no `{name}` stays: JSON has braces of its own.
    func filled(_ text: String, for place: Place) throws(SendFault) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            let after = rest[rest.index(after: open)...]
            let name = after.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            guard !name.isEmpty, after[name.endIndex...].first == "}" else {
                filled += "{"
                rest = after
                continue
            }
            guard let value = values[String(name)] else {
                throw .permanent("the gateway's config names {\(name)}, which this kind of message does not have")
            }
            filled += try Self.escaped(value, for: place)
            rest = after[after.index(after: name.endIndex)...]
        }
        return filled + rest
    }

    private static func escaped(_ value: String, for place: Place) throws(SendFault) -> String {
        switch place {
        case .url, .form: return percentEncoded(value)
        case .json: return jsonEscaped(value)
        case .plain: return value
        case .header:
            guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
                throw .permanent("a value with a line break cannot stand in a header")
            }
            return value
        }
    }
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
func percentEncoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case 0x61...0x7a, 0x41...0x5a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x7e: encoded.append(byte)
        default: encoded += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}
