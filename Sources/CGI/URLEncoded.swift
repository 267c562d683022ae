/// Why text is not `application/x-www-form-urlencoded`.
public enum URLEncodedFault: Error, Equatable, Sendable {
    /// A `%` without two hexadecimal digits.
    case badEscape
    /// A name or value is not UTF-8.
    case notUTF8
    /// More pairs than `limit`.
    case tooManyFields(limit: Int)
}

extension Fields {
    /// Most pairs in a query or an urlencoded body.
    public static let urlEncodedLimit = 200

    /// Decodes `a=1&b=2` (<https://url.spec.whatwg.org/#urlencoded-parsing>), but refuses what a browser never sends:
    /// broken escapes and bytes that are not UTF-8, which the standard would pass on or replace.
    init(urlEncoded bytes: ArraySlice<UInt8>, limit: Int = urlEncodedLimit) throws(URLEncodedFault) {
        self.init()
        var rest = bytes
        while let first = rest.first {
            if first == .ascii("&") {
                rest.removeFirst()
                continue
            }
            guard count < limit else { throw .tooManyFields(limit: limit) }
            let pair = rest.prefix { $0 != .ascii("&") }
            rest = rest[pair.endIndex...]
            let equals = pair.firstIndex(of: .ascii("=")) ?? pair.endIndex
            append(try Self.decoded(pair[..<equals]), try Self.decoded(pair[equals...].dropFirst()))
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws(URLEncodedFault) -> String {
        guard let decoded = percentDecodedBytes(bytes, plusIsSpace: true) else { throw .badEscape }
        guard let text = decoded[...].text else { throw .notUTF8 }
        return text
    }
}
