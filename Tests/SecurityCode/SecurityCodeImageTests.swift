import SecurityCode
import SeededRandom
import Testing

@Suite struct SecurityCodeImageTests {
    static func png(_ digits: String, _ script: DigitScript, seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        return SecurityCodeImage(digits: digits, script: script, using: &generator).png()
    }

    @Test("The file is a whole grey PNG of the promised size", arguments: DigitScript.allCases)
    func valid(script: DigitScript) throws {
        let file = try #require(PNGFile(Self.png("01234", script, seed: 1)))
        #expect(file.types == ["IHDR", "IDAT", "IEND"])
        #expect(file.header == [0, 0, 0, 200, 0, 0, 0, 70, 8, 0, 0, 0, 0])
        #expect(file.rows.count == (200 + 1) * 70)
        #expect(stride(from: 0, to: file.rows.count, by: 201).allSatisfy { file.rows[$0] == 0 })
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

    @Test("Every digit lies whole within the picture: its edges hold no more ink than the lines that cross it")
    func margins() throws {
        for seed in 0..<UInt64(200) {
            let file = try #require(PNGFile(Self.png("84050", seed % 2 == 0 ? .latin : .persian, seed: seed)))
            let dark = (0..<70).flatMap { y in [1, 200].map { file.rows[y * 201 + $0] } }.count { $0 < 100 }
            #expect(dark <= 60, "seed \(seed)")
        }
    }

    @Test("A file stays below 8 KiB", arguments: DigitScript.allCases)
    func size(script: DigitScript) {
        for seed in 0..<UInt64(200) {
            #expect(Self.png("88888888", script, seed: seed).count <= 8192)
        }
    }

    @Test("Codes have the length asked for and use all digits evenly")
    func digits() {
        var generator = SeededGenerator(seed: 5)
        #expect(SecurityCode.digits(count: 0, using: &generator) == "")
        #expect(SecurityCode.digits(count: 5, using: &generator).utf8.count == 5)
        let many = SecurityCode.digits(count: 10_000, using: &generator)
        for digit in "0123456789" {
            #expect((850...1150).contains(many.count { $0 == digit }), "\(digit)")
        }
    }
}
