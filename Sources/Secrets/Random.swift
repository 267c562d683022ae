import CSodium

/// Random values from the kernel's generator, through libsodium.
public struct Random: RandomNumberGenerator {
    /// A generator that never repeats and needs no seed.
    public init() {}

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        var value: UInt64 = 0
        randombytes_buf(&value, MemoryLayout<UInt64>.size)
        return value
    }

    /// So many random bytes.
    public static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// So many decimal digits, each as likely as the others.
    public static func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Character(String(randombytes_uniform(10))) })
    }
}
