/// A header value with parameters, as in Content-Type and Content-Disposition: `value; name=value; name="quoted"`.
struct ParameterizedValue: Equatable {
    enum Fault: Error { case malformed, notUTF8 }

    /// The value before the first `;`, in lower case.
    let value: String
    /// The parameters, names in lower case, quotes and backslashes undone.
    private(set) var parameters = Fields()

    init(_ bytes: [UInt8]) throws(Fault) {
        let head = bytes.prefix { $0 != .ascii(";") }.trimmed
        guard !head.isEmpty, head.allSatisfy({ $0.isToken || $0 == .ascii("/") }) else { throw .malformed }
        guard let value = head.lowercasedText else { throw .notUTF8 }
        self.value = value

        var position = bytes.firstIndex(of: .ascii(";")) ?? bytes.endIndex
        while position < bytes.endIndex {
            guard bytes[position] == .ascii(";") else { throw .malformed }
            position = Self.skipBlanks(bytes, from: position + 1)
            // RFC 9110, section 5.6.6: parameters = *( OWS ";" OWS [ parameter ] )
            if position == bytes.endIndex || bytes[position] == .ascii(";") { continue }
            let name = bytes[position...].prefix(while: \.isToken)
            // Blanks around "=" are not HTTP's grammar, but that of mail, from which multipart comes (RFC 2045).
            position = Self.skipBlanks(bytes, from: name.endIndex)
            guard !name.isEmpty, position < bytes.endIndex, bytes[position] == .ascii("=") else { throw .malformed }
            let value: [UInt8]
            (value, position) = try Self.parameterValue(in: bytes, from: Self.skipBlanks(bytes, from: position + 1))
            guard let name = name.lowercasedText, let value = value[...].text else { throw .notUTF8 }
            parameters.append(name, value)
            position = Self.skipBlanks(bytes, from: position)
        }
    }

    private static func skipBlanks(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex { !$0.isBlank } ?? bytes.endIndex
    }

    private static func parameterValue(in bytes: [UInt8], from start: Int) throws(Fault) -> ([UInt8], end: Int) {
        if start < bytes.endIndex, bytes[start] == .ascii("\"") {
            return try quotedString(in: bytes, from: start + 1)
        }
        // Wider than a token: clients send boundaries with "=" or "/" without quotes.
        let value = bytes[start...].prefix { !$0.isBlank && $0 != .ascii(";") && $0 != .ascii("\"") && !$0.isControl }
        guard !value.isEmpty else { throw .malformed }
        return (Array(value), value.endIndex)
    }

    /// Reads on after the opening quote.
    ///
    /// A backslash escapes only a quote or a backslash: browsers send other backslashes of a file's name as they are.
    private static func quotedString(in bytes: [UInt8], from start: Int) throws(Fault) -> ([UInt8], end: Int) {
        var value: [UInt8] = []
        var position = start
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            switch byte {
            case .ascii("\""): return (value, position)
            case .ascii("\\"):
                if position < bytes.endIndex, bytes[position] == .ascii("\"") || bytes[position] == .ascii("\\") {
                    value.append(bytes[position])
                    position += 1
                } else {
                    value.append(byte)
                }
            default: value.append(byte)
            }
        }
        throw .malformed
    }
}
