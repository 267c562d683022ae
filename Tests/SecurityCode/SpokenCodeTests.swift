import SecurityCode
import Testing

/// Ten recordings, each a tone of its own of a tenth of a second.
private func recordings() throws -> DigitRecordings {
    let files = (0...9).map { digit in
        WAVFile(samples: (0..<800).map { UInt8(128 + 100 * (($0 / (digit + 4)) % 2 == 0 ? 1 : -1)) })
    }
    return try #require(DigitRecordings(files: files))
}

private func spoken(_ digits: String, seed: UInt64) throws -> [UInt8] {
    SpokenCode(digits: digits, recordings: try recordings(), seed: seed).wav()
}

@Suite struct SpokenCodeTests {
    @Test("A code is a WAV file that says each digit after a pause, and the same each time")
    func wholeFile() throws {
        let bytes = try spoken("12345", seed: 1)
        let file = try WAVFile(bytes: bytes)
        // Five digits of 0.09 to 0.12 s, five pauses of 0.35 to 0.6 s, 0.4 s at the end.
        #expect((20_000...32_000).contains(file.samples.count), "\(file.samples.count)")
        #expect(try spoken("12345", seed: 1) == bytes)
        #expect(try spoken("1a2 3-45", seed: 1) == bytes, "other characters are not said")
    }

    @Test("Two codes share no stretch of sound, even when their digits are the same")
    func noFixedBytes() throws {
        let (one, other) = (try spoken("55555", seed: 1), try spoken("55555", seed: 2))
        let stretch = 40
        var seen: Set<[UInt8]> = []
        for start in 44..<one.count - stretch { seen.insert(Array(one[start..<start + stretch])) }
        let shared = (44..<other.count - stretch).count { seen.contains(Array(other[$0..<$0 + stretch])) }
        #expect(shared == 0)
    }

    @Test("Digits are loud, pauses nearly silent")
    func loudness() throws {
        let samples = try WAVFile(bytes: spoken("7", seed: 3)).samples
        let loud = samples.count { abs(Int($0) - 128) > 40 }
        #expect((600...1_000).contains(loud), "\(loud)")
        #expect(samples.prefix(2_000).allSatisfy { abs(Int($0) - 128) < 20 })
    }

    @Test("Recordings come back from their bytes, and cut or foreign ones are refused")
    func recordingBytes() throws {
        let bytes = try recordings().bytes
        #expect(DigitRecordings(bytes: bytes) == (try recordings()))
        #expect(DigitRecordings(bytes: []) == nil)
        #expect(DigitRecordings(bytes: bytes + [0]) == nil)
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(DigitRecordings(bytes: Array(bytes.prefix(length))) == nil)
        }
        #expect(DigitRecordings(files: Array(repeating: WAVFile(samples: [1]), count: 9)) == nil)
        #expect(DigitRecordings(files: Array(repeating: WAVFile(samples: []), count: 10)) == nil)
        let (longest, longer) = (DigitRecordings.longest, DigitRecordings.longest + 1)
        #expect(
            DigitRecordings(files: Array(repeating: WAVFile(samples: .init(repeating: 1, count: longest)), count: 10))
                != nil)
        #expect(
            DigitRecordings(files: Array(repeating: WAVFile(samples: .init(repeating: 1, count: longer)), count: 10))
                == nil)
    }

    @Test("A WAV file is read as it was written, with other chunks beside; any cut or other form is refused")
    func wavFiles() throws {
        for samples in [[1, 2, 3], [1, 2, 3, 4], []] as [[UInt8]] {
            #expect(try WAVFile(bytes: WAVFile(samples: samples).bytes).samples == samples)
        }
        let file = WAVFile(samples: [1, 2, 3]).bytes
        let list = Array("LIST".utf8) + [3, 0, 0, 0] + [9, 9, 9, 0]
        #expect(try WAVFile(bytes: Array(file[..<12]) + list + file[12...]).samples == [1, 2, 3])
        for length in 0..<file.count - 1 {
            #expect(throws: WAVFile.Fault.notWAV, "\(length)") { try WAVFile(bytes: Array(file.prefix(length))) }
        }
        var stereo = file
        stereo[22] = 2
        #expect(throws: WAVFile.Fault.otherForm) { try WAVFile(bytes: stereo) }
    }
}
