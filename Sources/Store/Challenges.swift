import Desk
import SQLite
import Secrets

/// What a browser has to answer before a code is sent to a number: the digits of an image, or a puzzle.
public struct Challenge: Equatable, Sendable {
    /// What kind of answer is wanted.
    public enum Kind: String, Sendable {
        /// The digits in an image or a sound; they follow from the challenge and the desk's key.
        case securityCode
        /// A proof of work for the challenge's nonce.
        case work
    }

    /// What kind of answer is wanted.
    public let kind: Kind
    /// How hard it is: digits of a security code, zero bits of a proof of work.
    public let level: Int
    /// UTC seconds.
    public let expires: Int
    /// A number used once; may be seen.
    public let nonce: Token

    /// A new challenge.
    public init(_ kind: Kind, level: Int, expires: Int) {
        self.init(kind, level: level, expires: expires, nonce: .random())
    }

    init(_ kind: Kind, level: Int, expires: Int, nonce: Token) {
        self.kind = kind
        self.level = level
        self.expires = expires
        self.nonce = nonce
    }
}

/// The challenge travels with the browser, sealed with the desk's key, so that asking writes nothing; only an answered one
/// is remembered, until it would have expired.
extension SecretKey {
    /// The cookie of a challenge: its moment, level and nonce, and a seal over them and the kind.
    public func cookie(of challenge: Challenge) -> String {
        "\(challenge.expires).\(challenge.level).\(challenge.nonce.text).\(Base64URL.encode(seal(challenge)))"
    }

    /// The challenge of a cookie; nil where it is not of our making, of another kind, or too old.
    public func challenge(_ kind: Challenge.Kind, cookie: String, now: Int) -> Challenge? {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let expires = Int(parts[0]), let level = Int(parts[1]), expires > now,
            let nonce = Token(text: parts[2]), let sealed = Base64URL.decode(parts[3])
        else { return nil }
        let challenge = Challenge(kind, level: level, expires: expires, nonce: nonce)
        return SecretKey.areEqual(sealed, seal(challenge)) ? challenge : nil
    }

    /// The digits that answer a security code, and a seed for how they look and sound.
    public func secret(of challenge: Challenge) -> (digits: String, seed: UInt64) {
        let secret = digest(.securityCode, challenge.nonce.bytes)
        var (number, digits) = (Self.number(secret[0..<8]), "")
        // 64 bits give each of at most 10^8 codes the same chance, to one part in 10^11.
        for _ in 0..<challenge.level {
            digits += String(number % 10)
            number /= 10
        }
        return (digits, Self.number(secret[8..<16]))
    }

    private func seal(_ challenge: Challenge) -> [UInt8] {
        let facts = "\(challenge.kind.rawValue).\(challenge.expires).\(challenge.level)"
        return digest(.challenge, challenge.nonce.bytes, Array(facts.utf8))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Store {
    /// Marks a challenge as answered.
    ///
    /// - Returns: whether it was answered for the first time.
    public func spend(_ challenge: Challenge, now: Int) throws -> Bool {
        let subject = challenge.nonce.text
        return try tally(.challengeUses, subject, limit: 1, seconds: challenge.expires - now, now: now) == nil
    }

    /// Whether `typed` are the digits of a security code, which cannot be used again, whatever was typed.
    public func spendSecurityCode(_ challenge: Challenge, typed: String, now: Int) throws -> Bool {
        let isRight = SecretKey.areEqual(Array(typed.utf8), Array(key.secret(of: challenge).digits.utf8))
        return try spend(challenge, now: now) && isRight
    }

    /// Whether `solution` is the work that a challenge asks for, and is shown for the first time.
    public func spendWork(_ challenge: Challenge, solution: String, now: Int) throws -> Bool {
        // A wrong one costs us one hash and leaves no trace.
        guard ProofOfWork.isSolved(challenge.nonce.text, by: solution, bits: challenge.level) else { return false }
        return try spend(challenge, now: now)
    }
}
