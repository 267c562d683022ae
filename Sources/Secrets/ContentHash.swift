import CSodium

/// SHA-256 of bytes that come in pieces.
public struct ContentHash {
    private var state = crypto_hash_sha256_state()

    /// The hash of nothing yet.
    public init() { crypto_hash_sha256_init(&state) }

    /// Takes in the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
        crypto_hash_sha256_update(&state, base, UInt64(bytes.count))
    }

    /// The 32 bytes of the hash; nothing may be taken in afterwards.
    public mutating func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &digest)
        return digest
    }

    /// The hash of bytes at hand.
    public static func of(_ bytes: [UInt8]) -> [UInt8] {
        var hash = ContentHash()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.finish()
    }
}
