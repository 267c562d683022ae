import CSodium

/// The desk's key: 32 bytes from which all keyed hashes are made.
public struct SecretKey: Sendable, Equatable {
    /// What a keyed hash is for; the same message has another hash for every purpose.
    public enum Purpose: UInt8, CaseIterable, Sendable {
        case session = 1
        case oneTimeCode = 2
        case securityCode = 3
        case form = 4
        case tally = 5
        case submission = 6
        case draft = 7
        case challenge = 8
        case authenticator = 9
        case authenticatorOffer = 10
        case recoveryCode = 11
        case passwordStep = 12
        case deviceDraft = 13
        // What the audit was sealed with must stay readable for ever: these two have numbers of their own.
        case auditLine = 64
        case auditFacts = 65
    }

    private let bytes: [UInt8]

    /// A key from its bytes; nil unless there are 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// A new key.
    public static func randomBytes() -> [UInt8] { Random.bytes(32) }

    /// BLAKE2b with this key over the purpose and the message: 32 bytes.
    public func digest(_ purpose: Purpose, _ message: [UInt8]...) -> [UInt8] { digest(purpose, parts: message) }

    /// The same over parts whose number is not known beforehand.
    public func digest(_ purpose: Purpose, parts message: [[UInt8]]) -> [UInt8] {
        var joined = [purpose.rawValue]
        for part in message {
            // Each part is preceded by its length, so that no two lists of parts give the same bytes.
            withUnsafeBytes(of: UInt64(part.count).littleEndian) { joined += $0 }
            joined += part
        }
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&digest, digest.count, joined, UInt64(joined.count), bytes, bytes.count)
        return digest
    }

    /// Whether both are the same key.
    public static func == (one: SecretKey, other: SecretKey) -> Bool { areEqual(one.bytes, other.bytes) }

    /// Compares without telling by its duration how far two values agree.
    public static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && sodium_memcmp(one, other, one.count) == 0
    }
}
