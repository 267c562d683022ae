import CSodium

/// Secrets at rest: XChaCha20-Poly1305 (libsodium's AEAD) with a key of its own for each purpose.
extension SecretKey {
    private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

    /// Seals bytes, so that only `open` with the same key, purpose and place gives them back: 40 bytes more.
    ///
    /// - Parameter place: where they are stored, such as table and row: what is copied elsewhere does not open there.
    public func seal(_ secret: [UInt8], _ purpose: Purpose, place: String) -> [UInt8] {
        let nonce = Random.bytes(Self.nonceLength)
        var sealed = [UInt8](repeating: 0, count: secret.count + Self.tagLength)
        var count: UInt64 = 0
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, &count, secret, UInt64(secret.count), place, UInt64(place.utf8.count), nil, nonce, digest(purpose))
        return nonce + sealed.prefix(Int(count))
    }

    /// What `seal` sealed; nil where it was changed, or sealed for another purpose or place.
    public func open(_ sealed: [UInt8], _ purpose: Purpose, place: String) -> [UInt8]? {
        guard sealed.count >= Self.nonceLength + Self.tagLength else { return nil }
        let (nonce, rest) = (Array(sealed.prefix(Self.nonceLength)), Array(sealed.dropFirst(Self.nonceLength)))
        var secret = [UInt8](repeating: 0, count: rest.count)
        var count: UInt64 = 0
        let status = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &secret, &count, nil, rest, UInt64(rest.count), place, UInt64(place.utf8.count), nonce, digest(purpose))
        return status == 0 ? Array(secret.prefix(Int(count))) : nil
    }
}
