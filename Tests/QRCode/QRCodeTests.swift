import Foundation
import Testing

@testable import QRCode

@Test("Each version's codewords fill its free modules, but for at most 7", arguments: Version.all.map(\.number))
func tableAgreesWithDrawing(number: Int) throws {
    let version = try #require(Version.all.first { $0.number == number })
    let codewords = version.dataCodewords + version.blocks * version.correctionCodewords
    #expect((0...7).contains(Grid(version).free - codewords * 8))
}

@Test("A text takes the smallest version that holds it, and one byte more than the largest takes none")
func versions() {
    for version in Version.all {
        #expect(QRCode(String(repeating: "a", count: version.capacity))?.side == version.side)
        #expect(QRCode(String(repeating: "a", count: version.capacity + 1))?.side != version.side)
    }
    #expect(QRCode(String(repeating: "a", count: 667)) == nil)
    #expect(QRCode("")?.side == 21)
}

@Test("The remainder of a known block is the standard's own example (annex I: 01234567 at version 1, level M)")
func reedSolomon() {
    let data: [UInt8] = [16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17]
    #expect(
        Galois.remainder(of: data, by: Galois.generator(degree: 10)) == [165, 36, 212, 193, 237, 54, 199, 135, 44, 85])
}

@Test("A reader of somebody else's reads every version, full and nearly empty, in every kind of text")
func otherReader() throws {
    var texts: [String] = []
    for version in Version.all {
        let smaller = Version.all.last { $0.number < version.number }?.capacity ?? 0
        texts += [letters(version.capacity), letters(smaller + 1)]
    }
    texts += ["otpauth://totp/desk.example.org%3A8443:09123456789?secret=JBSWY3DPEHPK3PXP&issuer=desk", "پیشخوان"]
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pishkhan-qr-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
        let file = folder.appendingPathComponent("\(index).pgm")
        try Data(portableGreyMap(try #require(QRCode(text)))).write(to: file)
        #expect(try readByZBar(file.path) == text, "text \(index) of \(text.utf8.count) bytes")
    }
}

@Test("The penalty is what counting module by module gives", arguments: [1, 2, 7, 20], Mask.allCases)
func penaltyByCounting(number: Int, mask: Mask) throws {
    let version = try #require(Version.all.first { $0.number == number })
    var grid = Grid(version)
    grid.place(errorCorrected(dataCodewords(of: Array(letters(version.capacity).utf8), version), version))
    let masked = grid.masked(mask)
    #expect(masked.penalty == countedPenalty(masked))
}

/// Section 7.8.3 as it is written, one line after the other.
private func countedPenalty(_ grid: Grid) -> Int {
    let places = 0..<grid.side
    let rows = places.map { y in places.map { x in grid.isDark(x, y) } }
    let columns = places.map { x in rows.map { $0[x] } }
    let finder = [true, false, true, true, true, false, true]
    let light = [false, false, false, false]
    var penalty = 0
    for line in rows + columns {
        var start = 0
        while start < line.count {
            let length = line[start...].prefix { $0 == line[start] }.count
            if length >= 5 { penalty += 3 + length - 5 }
            start += length
        }
        for start in 0...line.count - 11 {
            let part = Array(line[start..<start + 11])
            penalty += 40 * [finder + light, light + finder].count { $0 == part }
        }
    }
    for y in places.dropLast() {
        for x in places.dropLast() {
            penalty += Set([rows[y][x], rows[y][x + 1], rows[y + 1][x], rows[y + 1][x + 1]]).count == 1 ? 3 : 0
        }
    }
    let share = Double(rows.joined().count { $0 }) / Double(grid.side * grid.side) * 100
    return penalty + Int(abs(share - 50) / 5) * 10
}

/// So many letters, without a pattern that is seen at once.
private func letters(_ length: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    return String((0..<length).map { alphabet[($0 * $0 + length) % 26] })
}

/// Four dots a module, with the quiet zone.
private func portableGreyMap(_ code: QRCode) -> [UInt8] {
    let (scale, quiet) = (4, 4)
    let width = (code.side + 2 * quiet) * scale
    var bytes = Array("P5 \(width) \(width) 255\n".utf8)
    for y in 0..<width {
        for x in 0..<width {
            let (column, row) = (x / scale - quiet, y / scale - quiet)
            let isInside = (0..<code.side).contains(column) && (0..<code.side).contains(row)
            bytes.append(isInside && code.isDark(column, row) ? 0 : 255)
        }
    }
    return bytes
}

/// What `zbarimg` (Debian's zbar-tools, which `Tests/run` installs) reads in an image.
private func readByZBar(_ path: String) throws -> String {
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/usr/bin/zbarimg")
    reader.arguments = ["--quiet", "--nodbus", "--raw", "--oneshot", "-Sbinary", path]
    let output = Pipe()
    reader.standardOutput = output
    try reader.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    reader.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
}
