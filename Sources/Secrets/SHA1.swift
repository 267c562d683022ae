/// SHA-1 (FIPS 180-4) of bytes at hand: 20 bytes.
///
/// Only for HMAC in one-time codes, where its weakness against collisions does not matter (RFC 6238, section 1.2) and
/// authenticator apps know nothing else; everything else here uses BLAKE2b.
enum SHA1 {
    /// Bytes of a block.
    static let blockLength = 64

    static func digest(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        var padded = message + [0x80]
        while padded.count % blockLength != 56 { padded.append(0) }
        withUnsafeBytes(of: UInt64(message.count * 8).bigEndian) { padded += $0 }
        for start in stride(from: 0, to: padded.count, by: blockLength) {
            compress(padded[start..<start + blockLength], into: &state)
        }
        return state.flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) }
    }

    /// FIPS 180-4, section 6.1.2.
    private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var schedule = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
            block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for t in 16..<80 {
            schedule.append(rotate(schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16], 1))
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for t in 0..<80 {
            let (mixed, constant): (UInt32, UInt32) =
                switch t {
                case 0..<20: ((b & c) ^ (~b & d), 0x5a82_7999)
                case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
                case 40..<60: ((b & c) ^ (b & d) ^ (c & d), 0x8f1b_bcdc)
                default: (b ^ c ^ d, 0xca62_c1d6)
                }
            let next = rotate(a, 5) &+ mixed &+ e &+ constant &+ schedule[t]
            (a, b, c, d, e) = (next, a, rotate(b, 30), c, d)
        }
        for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }

    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { word << bits | word >> (32 - bits) }
}

/// HMAC with SHA-1 (RFC 2104): 20 bytes.
func hmacSHA1(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
    let short = key.count > SHA1.blockLength ? SHA1.digest(key) : key
    let block = short + [UInt8](repeating: 0, count: SHA1.blockLength - short.count)
    return SHA1.digest(block.map { $0 ^ 0x5c } + SHA1.digest(block.map { $0 ^ 0x36 } + message))
}
