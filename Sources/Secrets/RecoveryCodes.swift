import CSodium

/// The recovery codes of one person as they are stored: one salt, and a hash for each code that is not used yet.
///
/// A code has 16 digits (53 bits): people type it on the same numeric keypad as every other code, in any digits. Codes of
/// less than 112 bits need a password's hash (OWASP ASVS 5.0, 6.5.2): Argon2id over the code keyed with the desk's key.
public struct RecoveryCodes: Equatable, Sendable {
    /// Codes of a set.
    public static let count = 10
    /// Digits of a code.
    public static let digits = 16

    private static let hashLength = 16
    private static let saltLength = Int(crypto_pwhash_argon2id_SALTBYTES)
    // The smallest memory in OWASP's list of settings of equal strength, so that ten hashes stay below 32 MiB and a second.
    private static let passes: UInt64 = 5
    private static let memory = 7 * 1024 * 1024

    /// As stored: the salt, then the hashes.
    public private(set) var bytes: [UInt8]

    /// Codes as stored; anything but `bytes` of this type, such as none at all, holds no code.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// New codes, and what to store of them; nil where memory does not suffice.
    public static func make(key: SecretKey) -> (codes: [String], stored: RecoveryCodes)? {
        let codes = (0..<count).map { _ in Random.digits(digits) }
        var stored = RecoveryCodes(bytes: Random.bytes(saltLength))
        for code in codes {
            guard let hash = stored.hash(of: code, key: key) else { return nil }
            stored.bytes += hash
        }
        return (codes, stored)
    }

    /// How many codes are left.
    public var left: Int { max(0, bytes.count - Self.saltLength) / Self.hashLength }

    /// The hash of a typed code under the salt of this set: slow, also where there is no set, so do it outside a
    /// transaction; nil where memory does not suffice.
    public func hash(of code: String, key: SecretKey) -> [UInt8]? {
        var hash = [UInt8](repeating: 0, count: Self.hashLength)
        let salt = bytes.count >= Self.saltLength ? Array(bytes.prefix(Self.saltLength)) : Self.saltOfNobody
        let keyed = Base64URL.encode(key.digest(.recoveryCode, Array(code.utf8)))
        let status = crypto_pwhash(
            &hash, UInt64(hash.count), keyed, UInt64(keyed.utf8.count), salt, Self.passes, Self.memory,
            crypto_pwhash_ALG_ARGON2ID13)
        return status == 0 ? hash : nil
    }

    /// Takes the code with this hash out of the set; false where there is none.
    public mutating func spend(_ hash: [UInt8]) -> Bool {
        var found: Int?
        for start in stride(from: Self.saltLength, to: Self.saltLength + left * Self.hashLength, by: Self.hashLength)
        where SecretKey.areEqual(Array(bytes[start..<start + Self.hashLength]), hash) { found = start }
        guard let found else { return false }
        bytes.removeSubrange(found..<found + Self.hashLength)
        return true
    }

    private static let saltOfNobody = [UInt8](repeating: 0, count: saltLength)
}
