import JSON5

/// Fills the placeholders of a provider's interface.
struct Template {
    /// How a value is escaped for the place where it stands.
    enum Place {
        case url, form, json, header, plain
    }

    let values: [String: String]

    /// The text with its placeholders replaced.
    ///
    /// A brace that is no `{name}` stays: JSON has braces of its own. The text is read by its bytes, because a
    /// zero-width non-joiner after a brace would make one `Character` of the two.
    func filled(_ text: String, for place: Place) throws(SendFault) -> String {
        var filled = ""
        var rest = Array(text.utf8)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let name = rest[(open + 1)...].prefix(while: Self.isPartOfName)
            let isPlaceholder = !name.isEmpty && rest[name.endIndex...].first == UInt8(ascii: "}")
            filled += Self.fixed(isPlaceholder ? rest[..<open] : rest[...open], in: place)
            guard isPlaceholder else {
                rest = rest[(open + 1)...]
                continue
            }
            let key = String(decoding: name, as: UTF8.self)
            guard let value = values[key] else {
                throw .permanent("the gateway's config names {\(key)}, which this kind of message does not have")
            }
            filled += Self.escaped(value, for: place)
            rest = rest[(name.endIndex + 1)...]
        }
        filled += Self.fixed(rest, in: place)
        // RFC 9110, section 5.5: CR, LF and NUL in a field value are invalid and dangerous.
        guard place != .header || filled.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
            throw .permanent("a value with a line break cannot stand in a header")
        }
        return filled
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7a, 0x41...0x5a, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func escaped(_ value: String, for place: Place) -> String {
        switch place {
        case .url, .form: percentEncoded(value)
        case .json: jsonEscaped(value)
        case .header, .plain: value
        }
    }

    /// What the config itself says: in a form, everything but what parts and joins the pairs is encoded.
    private static func fixed(_ bytes: ArraySlice<UInt8>, in place: Place) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return place == .form ? percentEncoded(text, except: Array("&=%".utf8)) : text
    }
}

/// Percent-encodes everything but RFC 3986's unreserved characters and, if wanted, others.
func percentEncoded(_ text: String, except kept: [UInt8] = []) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case 0x61...0x7a, 0x41...0x5a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x7e: encoded.append(byte)
        case _ where kept.contains(byte): encoded.append(byte)
        default: encoded += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}
