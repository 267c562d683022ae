import Testing

@testable import SecurityCode

@Suite struct SecurityCodeImageTests {
    static func png(_ digits: String, _ script: DigitScript, seed: UInt64) -> [UInt8] {
        SecurityCodeImage(digits: digits, script: script, seed: seed).png()
    }

    @Test(
        "The file is a whole PNG of 16 greys, wider with more digits",
        arguments: [("", 72), ("0", 72), ("01234", 240), ("0123456", 324), ("0123456789", 366)])
    func valid(digits: String, width: Int) throws {
        for script in DigitScript.allCases {
            let file = try #require(PNGFile(Self.png(digits, script, seed: 1)))
            #expect(file.types == ["IHDR", "IDAT", "IEND"])
            #expect(file.header == [0, 0, UInt8(width >> 8), UInt8(width & 0xff), 0, 0, 0, 84, 4, 0, 0, 0, 0])
            let row = 1 + width / 2
            #expect(file.rows.count == row * 84)
            #expect(stride(from: 0, to: file.rows.count, by: row).allSatisfy { file.rows[$0] == 0 })
        }
    }

    @Test("The same seed gives the same bytes, another seed others", arguments: DigitScript.allCases)
    func seeds(script: DigitScript) {
        #expect(Self.png("56789", script, seed: 7) == Self.png("56789", script, seed: 7))
        #expect(Set((0..<50).map { Self.png("56789", script, seed: $0) }).count == 50)
    }

    @Test("The ten digits of both scripts are drawn as twenty pictures")
    func distinct() {
        let pictures = DigitScript.allCases.flatMap { script in (0...9).map { Self.png("\($0)", script, seed: 3) } }
        #expect(Set(pictures).count == 20)
    }

    @Test("Persian digits are read as well as ASCII ones, and what is no digit is not drawn")
    func input() {
        #expect(Self.png("۱۲۳", .persian, seed: 3) == Self.png("123", .persian, seed: 3))
        #expect(Self.png("1a½2京3", .persian, seed: 3) == Self.png("123", .persian, seed: 3))
        #expect(Self.png("1234567890", .latin, seed: 3) == Self.png("12345678", .latin, seed: 3))
        #expect(PNGFile(Self.png("", .latin, seed: 3)) != nil)
    }

    @Test("Every row of digits keeps clear of the picture's edges, however wide its digits are")
    func margins() {
        for seed in 0..<UInt64(300) {
            for (script, digits) in [(DigitScript.latin, [4, 4, 0, 4, 2]), (.persian, [8, 7, 8, 7, 5, 5, 4])] {
                var generator = SeededGenerator(seed: seed)
                let width = 30 + 42 * digits.count
                let strokes = DigitRow.strokes(of: digits, script: script, width: width, using: &generator)
                let xs = strokes.flatMap(\.points).map(\.x)
                let ys = strokes.flatMap(\.points).map(\.y)
                // Pen and bending need 3.6 + 2.6 pixels more.
                #expect(xs.allSatisfy { (6.2...Double(width) - 6.2).contains($0) }, "seed \(seed)")
                #expect(ys.allSatisfy { (6.2...84 - 6.2).contains($0) }, "seed \(seed)")
            }
        }
    }

    @Test("A file stays below 8 KiB", arguments: DigitScript.allCases)
    func size(script: DigitScript) {
        for seed in 0..<UInt64(200) {
            #expect(Self.png("88888888", script, seed: seed).count <= 8192)
        }
    }
}
