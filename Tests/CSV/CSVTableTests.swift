import SeededRandom
import Testing

@testable import CSV

private func table(_ text: String) throws -> [[String]] {
    try CSVTable(Array(text.utf8)).rows.map { $0.cells.map(\.text) }
}

@Test(
    "A table as RFC 4180 has it, and as spreadsheets write it",
    arguments: [
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]), ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("", []), ("\n", [[""]]), ("a", [["a"]]),
        ("a,\r\n,b\r\n", [["a", ""], ["", "b"]]), ("\"a\",\"b,c\"\r\n", [["a", "b,c"]]),
        ("\"a\"\"b\",\"\"\r\n", [["a\"b", ""]]), ("a\n\"x\r\ny\",", [["a"], ["x\r\ny", ""]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]), ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1;2\t3,4\n", [["a", "b"], ["1;2", "3,4"]]), ("sep=;\r\na;b\n", [["a", "b"]]),
        ("\u{FEFF}sep=,\na,b\n", [["a", "b"]]), ("a,b\n\n1,2\n", [["a", "b"], [""], ["1", "2"]]),
        (" a , b \n", [[" a ", " b "]]), ("نام,عنوان\n«الف»,ب\n", [["نام", "عنوان"], ["«الف»", "ب"]]),
    ] as [(String, [[String]])])
func reads(text: String, expected: [[String]]) throws { #expect(try table(text) == expected) }

@Test(
    "What is no table is refused at its place",
    arguments: [
        ("a,b\n\"x", CSVFault(kind: .unclosedQuote, offset: 4)),
        ("a,b\n\"x\"\"", CSVFault(kind: .unclosedQuote, offset: 4)),
        ("a,b\n\"x\" ,y", CSVFault(kind: .textAfterQuote, offset: 7)),
        ("a,b\nx\"y,z", CSVFault(kind: .quoteInside, offset: 5)),
        ("a,b;c\n", CSVFault(kind: .severalDelimiters, offset: 3)),
        ("a\tb,c\n", CSVFault(kind: .severalDelimiters, offset: 1)),
        ("a;b\n\"x\",y\n", CSVFault(kind: .textAfterQuote, offset: 7)),
    ])
func refuses(text: String, expected: CSVFault) { #expect(throws: expected) { try table(text) } }

@Test("UTF-16 is refused", arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
func utf16(bytes: [UInt8]) { #expect(throws: CSVFault(kind: .utf16, offset: 0)) { try CSVTable(bytes) } }

@Test("Each cell knows its place and each row its number, also after cells of several lines and empty rows")
func places() throws {
    let text = "a,b\n\"x\ny\",z\n\n1,\"2\"\n"
    let rows = try CSVTable(Array(text.utf8)).rows
    #expect(rows.map(\.number) == [1, 2, 3, 4])
    #expect(rows.map { $0.cells.map(\.offset) } == [[0, 2], [4, 10], [12], [13, 15]])
    #expect(rows.map(\.isEmpty) == [false, false, true, false])
    #expect(try CSVTable(Array("sep=,\na\n".utf8)).rows.map(\.number) == [2])
}

@Test("What is written reads as the same", arguments: 0..<300)
func roundTrip(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
        "a", "\"", "\"\u{301}", ",", ";", "\t", "\n", "\r\n", "\r", " ", "نامه", "می\u{200C}شود", "😀", "'", "=1",
    ]
    let width = Int.random(in: 1...5, using: &random)
    var rows = [(0..<width).map { "k\($0)" }]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
        var row: [String] = []
        for _ in 0..<width {
            row.append(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined())
        }
        rows.append(row)
    }
    let found = try table(csvText(rows))
    #expect(found.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
}

@Test("Whatever bytes come, the reader ends with rows or a place inside the file", arguments: 0..<300)
func anyBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<60).map { _ in Array("\"\",;\n\r\tab\u{FEFF}".utf8).randomElement(using: &random) ?? 0 }
    do throws(CSVFault) {
        let rows = try CSVTable(bytes).rows
        #expect(rows.allSatisfy { !$0.cells.isEmpty })
    } catch {
        #expect((0..<bytes.count).contains(error.offset))
    }
}
