import CNettle

/// SHA-1 (FIPS 180-4) of bytes at hand, by nettle: 20 bytes.
///
/// Only for one-time codes, where its weakness against collisions does not matter (RFC 6238, section 1.2) and authenticator
/// apps know nothing else, and for lists of passwords that are published by it; everything else here uses BLAKE2b.
enum SHA1 {
    /// Bytes of a digest.
    static let length = Int(SHA1_DIGEST_SIZE)

    static func digest(_ message: [UInt8]) -> [UInt8] {
        var state = sha1_ctx()
        nettle_sha1_init(&state)
        nettle_sha1_update(&state, message.count, message)
        var digest = [UInt8](repeating: 0, count: length)
        nettle_sha1_digest(&state, digest.count, &digest)
        return digest
    }

    /// HMAC (RFC 2104) with it: 20 bytes.
    static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var state = hmac_sha1_ctx()
        nettle_hmac_sha1_set_key(&state, key.count, key)
        nettle_hmac_sha1_update(&state, message.count, message)
        var digest = [UInt8](repeating: 0, count: length)
        nettle_hmac_sha1_digest(&state, digest.count, &digest)
        return digest
    }
}
