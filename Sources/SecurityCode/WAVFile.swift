/// A sound in a RIFF/WAVE file, in the one form that is used here: unsigned 8-bit samples, 8,000 a second, one channel.
public struct WAVFile: Equatable, Sendable {
    /// What is wrong with a file.
    public enum Fault: Error, Equatable, Sendable {
        /// No RIFF/WAVE file, or one that ends too early.
        case notWAV
        /// Sound of another form.
        case otherForm
    }

    /// The samples; 128 is silence.
    public let samples: [UInt8]

    /// A file of these samples.
    public init(samples: [UInt8]) { self.samples = samples }

    /// Reads a file.
    public init(bytes: [UInt8]) throws(Fault) {
        guard bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WAVE".utf8) else {
            throw .notWAV
        }
        var rest = bytes[12...]
        var isOurForm = false
        while rest.count >= 8 {
            let name = rest.prefix(4)
            let count = rest.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(8)
            guard rest.count >= count else { throw .notWAV }
            let content = rest.prefix(count)
            if name.elementsEqual("fmt ".utf8) {
                isOurForm = content.starts(with: Self.form)
                guard isOurForm else { throw .otherForm }
            }
            if name.elementsEqual("data".utf8) {
                guard isOurForm else { throw .notWAV }
                samples = Array(content)
                return
            }
            // A chunk of an odd size is followed by a byte that belongs to none.
            rest = rest.dropFirst(count + count % 2)
        }
        throw .notWAV
    }

    /// The whole file.
    public var bytes: [UInt8] {
        let padding: [UInt8] = samples.count % 2 == 0 ? [] : [0]
        let format = Array("fmt ".utf8) + Self.littleEndian(Self.form.count) + Self.form
        let data = Array("data".utf8) + Self.littleEndian(samples.count) + samples + padding
        return Array("RIFF".utf8) + Self.littleEndian(4 + format.count + data.count) + Array("WAVE".utf8) + format
            + data
    }

    /// PCM, one channel, samples and bytes a second, one byte a sample of 8 bits.
    private static let form: [UInt8] =
        [1, 0, 1, 0] + littleEndian(DigitRecordings.rate) + littleEndian(DigitRecordings.rate) + [1, 0, 8, 0]

    private static func littleEndian(_ number: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
