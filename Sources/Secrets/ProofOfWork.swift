import CSodium

/// A puzzle that costs a browser many hashes and the portal one (hashcash, A. Back, 2002, with SHA-256, FIPS 180-4).
public enum ProofOfWork {
    /// Whether SHA-256 of `puzzle:solution` begins with so many zero bits.
    ///
    /// - Parameter solution: ASCII digits, as the script counts them.
    public static func isSolved(_ puzzle: String, by solution: String, bits: Int) -> Bool {
        guard (1...16).contains(solution.utf8.count), solution.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        let message = Array("\(puzzle):\(solution)".utf8)
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&digest, message, UInt64(message.count))
        return leadingZeroBits(digest) >= bits
    }

    private static func leadingZeroBits(_ bytes: [UInt8]) -> Int {
        var bits = 0
        for byte in bytes {
            bits += byte.leadingZeroBitCount
            if byte != 0 { break }
        }
        return bits
    }
}
