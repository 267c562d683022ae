import CSodium

/// Values that travel with the browser or lie in the database, and can be neither read there nor changed.
extension SecretKey {
    /// Encrypts and authenticates (XChaCha20-Poly1305, with a random nonce); 40 bytes longer than the message.
    ///
    /// - Parameter context: what the value belongs to; it opens with the very same context only.
    public func seal(_ message: [UInt8], for purpose: Purpose, context: [UInt8]) -> [UInt8] {
        let nonce = Random.bytes(Self.nonceLength)
        var sealed = [UInt8](repeating: 0, count: message.count + Self.tagLength)
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, message, UInt64(message.count), context, UInt64(context.count), nil, nonce, digest(purpose))
        return nonce + sealed
    }

    /// The message that was sealed for this purpose and context; nil for anything else.
    public func open(_ sealed: [UInt8], for purpose: Purpose, context: [UInt8]) -> [UInt8]? {
        guard sealed.count >= Self.nonceLength + Self.tagLength else { return nil }
        let (nonce, rest) = (Array(sealed.prefix(Self.nonceLength)), Array(sealed.dropFirst(Self.nonceLength)))
        var message = [UInt8](repeating: 0, count: rest.count - Self.tagLength)
        let status = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &message, nil, nil, rest, UInt64(rest.count), context, UInt64(context.count), nonce, digest(purpose))
        return status == 0 ? message : nil
    }

    private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
}
