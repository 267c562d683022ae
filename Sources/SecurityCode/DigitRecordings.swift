/// The ten digits as somebody says them, in one language: each 8,000 unsigned 8-bit samples a second, one channel.
public struct DigitRecordings: Equatable, Sendable {
    /// Samples a second.
    public static let rate = 8_000
    /// The most samples of one digit: two seconds.
    public static let longest = 2 * rate

    private let samples: [ArraySlice<UInt8>]

    /// Recordings from ten WAV files, for 0 ... 9.
    public init?(files: [WAVFile]) {
        guard files.count == 10, files.allSatisfy({ (1...Self.longest).contains($0.samples.count) }) else { return nil }
        samples = files.map { $0.samples[...] }
    }

    /// Recordings from what `bytes` gave; nil for anything else.
    public init?(bytes: [UInt8]) {
        var rest = bytes[...]
        var samples: [ArraySlice<UInt8>] = []
        for _ in 0...9 {
            guard rest.count >= 2, let first = rest.popFirst(), let second = rest.popFirst() else { return nil }
            let count = Int(first) | Int(second) << 8
            guard (1...Self.longest).contains(count), rest.count >= count else { return nil }
            samples.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        guard rest.isEmpty else { return nil }
        self.samples = samples
    }

    /// Each digit's samples after their number in two bytes, the low one first.
    public var bytes: [UInt8] {
        samples.flatMap { [UInt8($0.count & 0xff), UInt8($0.count >> 8)] + $0 }
    }

    /// What is heard of a digit, 0 ... 9.
    subscript(digit: Int) -> ArraySlice<UInt8> { samples[digit] }
}
