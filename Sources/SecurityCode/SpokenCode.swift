/// A security code read aloud, for those who cannot see the image.
///
/// Each digit is said faster or slower, higher or lower, louder or softer, after a pause of its own, over a murmur of
/// digits said backwards: no two codes have a stretch of bytes in common, and people hear the digits all the same.
public struct SpokenCode: Sendable {
    private let samples: [UInt8]

    /// Puts a code together.
    ///
    /// - Parameters:
    ///   - digits: ASCII digits; other characters are not said.
    ///   - seed: decides how it sounds. One code needs the same seed each time: many readings of it could be averaged.
    public init(digits: String, recordings: DigitRecordings, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var mix: [Float] = []
        let silence = { (seconds: Double) in [Float](repeating: 0, count: Int(seconds * Double(DigitRecordings.rate))) }
        for digit in digits.compactMap(\.wholeNumberValue) where (0...9).contains(digit) {
            mix += silence(Double.random(in: 0.35...0.6, using: &generator))
            let loudness = Float.random(in: 0.7...0.9, using: &generator)
            let tempo = Double.random(in: 0.88...1.12, using: &generator)
            mix += Self.played(recordings[digit], tempo: tempo).map { $0 * loudness }
        }
        mix += silence(0.4)
        Self.addMurmur(to: &mix, recordings, using: &generator)
        samples = mix.map { sample in
            let noise = Float(generator.next() >> 56) / 128 - 1
            return UInt8(min(255, max(0, sample * 127 + noise * 1.5 + 128)))
        }
    }

    /// The sound as a WAV file: some 45 kB for five digits.
    public func wav() -> [UInt8] { WAVFile(samples: samples).bytes }

    /// A recording at another speed, which changes its pitch as well; -1 ... 1.
    private static func played(_ recording: ArraySlice<UInt8>, tempo: Double) -> [Float] {
        let values = recording.map { (Float($0) - 128) / 128 }
        return (0..<Int(Double(values.count - 1) / tempo)).map { index in
            let place = Double(index) * tempo
            let (left, part) = (Int(place), Float(place - place.rounded(.down)))
            return values[left] * (1 - part) + values[min(left + 1, values.count - 1)] * part
        }
    }

    /// Digits backwards and softly, one after the other.
    private static func addMurmur(
        to mix: inout [Float], _ recordings: DigitRecordings, using generator: inout SeededGenerator
    ) {
        var place = 0
        while place < mix.count {
            let digit = Int.random(in: 0...9, using: &generator)
            let tempo = Double.random(in: 0.8...1.25, using: &generator)
            for value in played(recordings[digit], tempo: tempo).reversed() where place < mix.count {
                mix[place] += value * 0.07
                place += 1
            }
        }
    }
}
