import CSodium

/// BLAKE2b with 256 bits (RFC 7693) of bytes that come in pieces; `b2sum -l 256` gives the same.
///
/// Chosen over SHA-256 for speed on processors without instructions for that one.
public final class ContentHash {
    private let state: UnsafeMutableRawPointer

    /// The hash of nothing yet.
    public init() {
        // Without memory the process ends, as everywhere in Swift: a hash that is not that of the bytes must not get out.
        guard let state = pishkhan_hash_begin() else { fatalError("there is no memory for a hash") }
        self.state = state
    }

    deinit { free(state) }

    /// Takes in the next bytes.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
        pishkhan_hash_update(state, base, UInt64(bytes.count))
    }

    /// The 32 bytes of the hash; nothing may be taken in afterwards.
    public func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        pishkhan_hash_end(state, &digest)
        return digest
    }

    /// The hash of bytes at hand.
    public static func of(_ bytes: [UInt8]) -> [UInt8] {
        let hash = ContentHash()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.finish()
    }
}
