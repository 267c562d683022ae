import CSodium

/// SHA-256 (FIPS 180-4) of bytes that come in pieces, for comparing with other programs; documents have ``ContentHash``.
public final class SHA256 {
    private var state = crypto_hash_sha256_state()

    /// The hash of nothing yet.
    public init() { crypto_hash_sha256_init(&state) }

    /// Takes in the next bytes.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
        crypto_hash_sha256_update(&state, base, UInt64(bytes.count))
    }

    /// The 32 bytes of the hash; nothing may be taken in afterwards.
    public func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &digest)
        return digest
    }
}
