/// Passwords that were found where others have been broken into, as a list in which one can be looked up.
///
/// Kept are the first eight bytes of each one's SHA-1, sorted: the lists that are published by Have I Been Pwned name
/// passwords by their SHA-1. It hides nothing here; the passwords are known to everybody.
public struct PasswordList: Equatable, Sendable {
    /// Bytes of an entry.
    static let entryLength = 8

    /// As stored in a release.
    public let bytes: [UInt8]

    /// A list as stored; what is left over at its end is no entry.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// A list of the lines of a file: a password, or 40 hexadecimal digits of a SHA-1 and perhaps a colon with a number, as
    /// in the lists of Have I Been Pwned. Empty lines are passed over.
    public init(lines file: [UInt8]) {
        let entries = file.split { $0 == 0x0a || $0 == 0x0d }.map { Self.number(Self.hash(ofLine: Array($0))) }
        var bytes: [UInt8] = []
        var last: UInt64?
        for entry in entries.sorted() where entry != last {
            withUnsafeBytes(of: entry.bigEndian) { bytes += $0 }
            last = entry
        }
        self.bytes = bytes
    }

    /// How many passwords there are.
    public var count: Int { bytes.count / Self.entryLength }

    /// Whether a password is on the list, in this very spelling.
    public func contains(_ password: String) -> Bool {
        let wanted = Self.number(SHA1.digest(Array(password.utf8)))
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            let found = Self.number(bytes[(middle * Self.entryLength)...])
            if found == wanted { return true }
            if found < wanted { low = middle + 1 } else { high = middle }
        }
        return false
    }

    private static func hash(ofLine line: [UInt8]) -> [UInt8] {
        if line.count == 40 || line.count > 40 && line[40] == 0x3a,
            let hash = Hexadecimal.decode(String(decoding: line[..<40], as: UTF8.self).lowercased())
        {
            return hash
        }
        return SHA1.digest(line)
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.prefix(entryLength).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
