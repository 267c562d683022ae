import Foundation
import Portal
import SeededRandom
import Testing

@testable import Generator

/// What the search's script makes of an index.
private struct Found: Equatable {
    var title: [String] = []
    var id: [String] = []
    var parent: Int?
    var aliases: [String] = []
}

private func read(_ bytes: [UInt8]) throws -> (words: [String], units: [Found]) {
    let parts = try JSONDecoder().decode([String].self, from: Data(bytes))
    let words = parts[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let units = parts[1].split(separator: "!", omittingEmptySubsequences: true).map { unit in
        let fields = unit.split(separator: " ", omittingEmptySubsequences: false).map { numbers($0) }
        return Found(
            title: fields[0].map { words[$0] }, id: fields[1].map { words[$0] },
            parent: fields.count > 2 ? fields[2].first : nil,
            aliases: fields.count > 3 ? fields[3].map { words[$0] } : [])
    }
    return (words, units)
}

/// The first 64 characters end a number, the other 27 go on.
private func numbers(_ field: Substring) -> [Int] {
    let alphabet = (0x23...0x7e).filter { $0 != 0x5c }.map { UInt8($0) }
    var (found, high) = ([Int](), 0)
    for byte in field.utf8 {
        let digit = alphabet.firstIndex(of: byte) ?? 0
        if digit < 64 {
            found.append(high * 64 + digit)
            high = 0
        } else {
            high = high * 27 + digit - 64 + 1
        }
    }
    return found
}

@Test("The search finds in the index what the units say", arguments: [1, 70, 2_000])
func units(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let words = (0..<count).map { "واژه\($0)" } + ["و", "\"", "a\\b", "دانشکده"]
    func some(_ range: ClosedRange<Int>) -> String {
        (0..<Int.random(in: range, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
            .joined(separator: " ")
    }
    let units = (0..<count).map { number in
        var unit = PortalUnit(id: "unit-\(number)-x", title: LocalizedText(persian: some(1...4)))
        if number > 0 { unit.parent = "unit-\(number / 3)-x" }
        unit.aliases = (0..<(number % 3)).map { _ in some(1...2) }
        return unit
    }
    let tree = UnitTree(units)
    let found = try read(UnitIndex.bytes(of: tree, in: .persian)).units
    let expected = units.map { unit in
        Found(
            title: unit.title[.persian].split(separator: " ").map(String.init),
            id: unit.id.split(separator: "-").map(String.init),
            parent: unit.parent.flatMap { parent in units.firstIndex { $0.id == parent }.map { $0 + 1 } },
            aliases: unit.aliases.flatMap { $0.split(separator: " ").map(String.init) })
    }
    #expect(found == expected)
}

@Test("Frequent words come first, and of words as frequent the one that came up first")
func order() throws {
    let titles = ["b a", "c a", "d c a", "é e\u{301} é"]
    let units = titles.enumerated().map {
        PortalUnit(id: "a-\($0)", title: LocalizedText(persian: $1, english: $1))
    }
    let words = try read(UnitIndex.bytes(of: UnitTree(units), in: .english)).words
    // Words are told apart by their bytes; the script folds what it is asked for.
    #expect(
        words.map { Array($0.utf8) }
            == ["a", "c", "é", "b", "0", "1", "d", "2", "e\u{301}", "3"].map { Array($0.utf8) })
}

@Test("Words get their numbers in the order in which they come up first, however many there are")
func wordTable() {
    var generator = SeededGenerator(seed: 7)
    var (table, numbers) = (WordTable(), [[UInt8]: Int]())
    for _ in 0..<20_000 {
        let length = Int.random(in: 0...3, using: &generator)
        let word = (0..<length).map { _ in UInt8.random(in: 0x61...0x70, using: &generator) }
        let expected = numbers[word] ?? numbers.count
        numbers[word] = expected
        let number = word.withUnsafeBufferPointer { table.number(of: $0) }
        #expect(number == expected)
        #expect(table.text(number) == String(decoding: word, as: UTF8.self))
    }
    #expect(table.count == numbers.count)
    #expect(table.count > 1_000)
}
