import Foundation
import Testing

@testable import Backup

@Test(
    "A header is read as it was written, at the edges of what fits", arguments: [0, 1, 511, 512, 513, 0o77_777_777_777])
func header(size: Int) throws {
    let header = TarHeader(path: "config/x", kind: .file, size: size, mode: 0o600, written: 1_800_000_000)
    let block = try #require(TarBlock(header.bytes))
    #expect(header.bytes.count == 512)
    #expect(
        (String(decoding: block.name, as: UTF8.self), block.size, block.written) == ("config/x", size, 1_800_000_000))
    #expect(block.kind == .file)
}

@Test("Every bit of a header is covered by its sum")
func everyBit() {
    let header = TarHeader(path: "config/x", kind: .file, size: 17, mode: 0o600, written: 1_800_000_000)
    for place in 0..<512 * 8 {
        var bytes = header.bytes
        bytes[place / 8] ^= 1 << UInt8(place % 8)
        #expect(TarBlock(bytes) == nil, "bit \(place)")
    }
}

@Test(
    "A name of a hundred bytes fits, and one of a hundred and one has an extended header",
    arguments: [100, 101, 105, 990, 1_000])
func longName(length: Int) throws {
    let name = String(repeating: "n", count: length)
    let bytes = TarHeader(path: name, kind: .file, size: 1, mode: 0o600, written: 1).bytes
    guard length > 100 else {
        #expect(bytes.count == 512)
        return
    }
    let first = try #require(TarBlock(Array(bytes.prefix(512))))
    #expect(first.kind == .extended)
    #expect(TarBlock.records(Array(bytes[512..<512 + first.size])) == ["path": name])
}

@Test("A size of 8 GiB has an extended header")
func largeFile() throws {
    let bytes = TarHeader(path: "x", kind: .file, size: 0o100_000_000_000, mode: 0o600, written: 1).bytes
    let first = try #require(TarBlock(Array(bytes.prefix(512))))
    #expect(TarBlock.records(Array(bytes[512..<512 + first.size])) == ["size": "8589934592"])
}

@Test(
    "Records that are not well formed are none",
    arguments: [
        "6 a=b", "7 a=b\n", "5 a=b\n", "x a=b\n", "6 ab\n\n", "99 a=b\n", " a=b\n", "6\ta=b\n", "999999999999 a=b\n",
    ])
func badRecords(text: String) {
    #expect(TarBlock.records(Array(text.utf8)) == nil)
}

@Test("A manifest names the first file that differs")
func difference() throws {
    let lines = try ["a", "b", "c"].map { try #require(Manifest.line($0, [UInt8](repeating: 1, count: 32))) }
    #expect(Manifest.difference(lines.flatMap { $0 }, found: lines.flatMap { $0 }) == nil)
    let other = try #require(Manifest.line("b", [UInt8](repeating: 2, count: 32)))
    #expect(Manifest.difference(lines[0] + other + lines[2], found: lines.flatMap { $0 }) == "b")
    #expect(Manifest.line("line\nbreak", []) == nil)
    #expect(Manifest.line("back\\slash", []) == nil)
}
