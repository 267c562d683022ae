extension Fields {
    /// Reads a `Cookie` header (RFC 6265, section 4.2) tolerantly: other programs of the same host set cookies too,
    /// so what cannot be read is skipped and the rest counts.
    init(cookieHeader header: String) {
        self.init()
        var rest = Array(header.utf8)[...]
        while !rest.isEmpty {
            let part = rest.prefix { $0 != .ascii(";") }.trimmed
            rest = rest.drop { $0 != .ascii(";") }.dropFirst()
            guard let equals = part.firstIndex(of: .ascii("=")) else { continue }
            let name = part[..<equals].trimmed
            var value = part[equals...].dropFirst().trimmed
            if value.count >= 2, value.first == .ascii("\""), value.last == .ascii("\"") {
                value = value.dropFirst().dropLast()
            }
            guard !name.isEmpty, name.allSatisfy(\.isToken), !value.contains(where: \.isControl),
                let name = name.text, let value = value.text
            else { continue }
            append(name, value)
        }
    }
}
