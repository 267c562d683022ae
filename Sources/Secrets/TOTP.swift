/// Time-based one-time codes (RFC 6238) as every authenticator app makes them: SHA-1, 6 digits, 30 seconds.
public struct TOTP: Equatable, Sendable {
    /// Seconds of a step.
    public static let step = 30
    /// Digits of a code.
    public static let digits = 6
    /// Bytes of a key of ours: those of SHA-1, as RFC 4226 (section 4, R6) recommends.
    public static let keyLength = 20

    /// The key that the app and the desk share.
    public let key: [UInt8]

    /// The codes of a key.
    public init(key: [UInt8]) { self.key = key }

    /// The key as people type it into an app.
    public var keyText: String { Base32.encode(key) }

    /// The step in which a moment lies, counted from 1970.
    public static func counter(at now: Int) -> Int { now / step }

    /// The code of a step (RFC 4226, section 5.3).
    public func code(counter: Int) -> String {
        let digest = SHA1.authenticate(withUnsafeBytes(of: UInt64(counter).bigEndian, Array.init), key: key)
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// The step that a code belongs to, or nil where the code is wrong.
    ///
    /// One step early and one late are taken, for clocks that disagree and people who type slowly (RFC 6238, section 5.2).
    ///
    /// - Parameter last: the step of the code that was used last: it and earlier ones are not taken again.
    public func counter(of typed: String, at now: Int, after last: Int) -> Int? {
        let present = Self.counter(at: now)
        var found: Int?
        // All are compared, whichever is right, so that the time tells nothing.
        for counter in max(0, present - 1)...present + 1
        where SecretKey.areEqual(Array(code(counter: counter).utf8), Array(typed.utf8)) && counter > last {
            found = found ?? counter
        }
        return found
    }
}
