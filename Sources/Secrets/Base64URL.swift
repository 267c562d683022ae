import CSodium

/// Base64 with the address-safe alphabet and without padding (RFC 4648, section 5).
public enum Base64URL {
    /// The text of some bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        let capacity = sodium_base64_encoded_len(bytes.count, variant)
        return String(unsafeUninitializedCapacity: capacity) { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return base.withMemoryRebound(to: CChar.self, capacity: capacity) { characters in
                _ = sodium_bin2base64(characters, capacity, bytes, bytes.count, variant)
                return capacity - 1  // the terminating zero
            }
        }
    }

    /// The bytes of a text, or nil where it is no such text or longer than `limit`.
    public static func decode(_ text: String, limit: Int = 256) -> [UInt8]? {
        guard text.utf8.count <= limit else { return nil }
        var bytes = [UInt8](repeating: 0, count: text.utf8.count)
        var count = 0
        let status = sodium_base642bin(&bytes, bytes.count, text, text.utf8.count, nil, &count, nil, variant)
        guard status == 0 else { return nil }
        return Array(bytes.prefix(count))
    }

    private static let variant = Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING)
}
