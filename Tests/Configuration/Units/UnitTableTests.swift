import Foundation
import Persian
import Portal
import SeededRandom
import Source
import TemporaryFolders
import Testing

@testable import Configuration

/// The complaints of a small portal whose units are a table.
private func complaints(_ table: String, name: String = "units.csv") throws -> [String] {
    try site(table, name: name).complaints
}

private func site(_ table: String, name: String = "units.csv") throws -> SmallSite {
    let config = SmallSite.config.replacing("languages:", "units: \"\(name)\",\n  languages:")
    return try SmallSite(["portal.json5": config, "units.json5": nil, name: table])
}

private let right =
    "id,title.fa,parent,letters,open,guidance.fa,phone\ntop,بالا,,FALSE,,,\nlaw,حقوقی,top,true,False,\"یک، دو\",1\n"

@Test(
    "A table is read as spreadsheets export it",
    arguments: [
        right, "\u{FEFF}" + right, right.replacingOccurrences(of: ",", with: ";"),
        "\u{FEFF}" + right.replacingOccurrences(of: ",", with: "\t"),
        right.replacingOccurrences(of: "\n", with: "\r\n") + ",,,,,,\r\n,,,,,,\r\n",
        "sep=,\n" + right,
    ])
func tables(text: String) throws {
    let units = try site(text).read().units
    #expect(units.map(\.id) == ["top", "law"])
    #expect(units.map(\.title.persian) == ["بالا", "حقوقی"])
    #expect(units.map(\.parent) == [nil, "top"])
    #expect(units.map(\.takesLetters) == [false, true])
    #expect(units.map(\.isOpen) == [true, false])
    #expect(units.map(\.guidance.persian) == ["", "یک، دو"])
    #expect(units.map(\.phone) == ["", "1"])
}

/// Each row: what is wrong, the table, its complaints without the file's name.
private let rows: [(String, String, [String])] = [
    (
        "a misspelt column", "id,title.fa,parnet\na,x,b\n",
        [
            "1:13: error: unknown column \"parnet\"; expected one of \(UnitColumn.all.map(\.name).joined(separator: ", ")); did you mean \"parent\"?"
        ]
    ),
    (
        "a column twice", "id,title.fa,id\na,x,b\n",
        ["1:13: error: duplicate column \"id\"; expected each column once; the first stands at 1:1"]
    ),
    ("no column for ids", "title.fa\nx\n", ["1:1: error: the first row lacks the column \"id\"; expected id"]),
    (
        "no column for titles", "id,open\nx,\n",
        ["1:1: error: the first row lacks the column \"title.fa\"; expected title.fa or title.en"]
    ),
    (
        "an empty file", "",
        [
            "1:1: error: the first row lacks the column \"id\"; expected id",
            "1:1: error: the first row lacks the column \"title.fa\"; expected title.fa or title.en",
        ]
    ),
    (
        "a wrong id, after a cell of two lines", "id,title.fa\na,\"x\ny\"\nA b,z\n",
        ["4:1: error: row 3, column \"id\" is \"A b\"; expected 1 to 64 lower-case letters, digits and hyphens"]
    ),
    (
        "an id that is a path", "id,title.fa\n../x,z\n",
        ["2:1: error: row 2, column \"id\" is \"../x\"; expected 1 to 64 lower-case letters, digits and hyphens"]
    ),
    (
        "neither true nor false", "id,title.fa,open\na,x,ja\n",
        ["2:5: error: row 2, column \"open\" is \"ja\"; expected true or false"]
    ),
    (
        "merged cells, which are empty but for the first", "id,title.fa\na,x\n,y\n",
        ["3:1: error: row 3 lacks the key \"id\"; expected id: 1 to 64 lower-case letters, digits and hyphens"]
    ),
    (
        "an id twice", "id,title.fa\na,x\nb,y\na,z\n",
        ["4:1: error: duplicate unit id \"a\"; expected another id; the first stands at 2:1"]
    ),
    (
        "a parent that is none", "id,title.fa,parent\nhealth,x,\nb,y,helth\n",
        ["3:5: error: no unit has the id \"helth\"; expected the id of the unit above; did you mean \"health\"?"]
    ),
    ("a row too long", "id,title.fa\na,x,y\n", ["2:5: error: row 2 has 3 cells; expected 2, as in the first row"]),
    ("a row too short", "id,title.fa,phone\na,x\n", ["2:1: error: row 2 has 2 cells; expected 3, as in the first row"]),
    (
        "a quotation mark that is not closed", "id,title.fa\na,\"x\n",
        ["2:3: error: this cell begins with a quotation mark and does not end with one; expected \" at its end"]
    ),
    (
        "two delimiters", "id,title.fa;phone\n",
        [
            "1:12: error: the first row has more than one of comma, semicolon and tab; expected one of them between the names of the columns"
        ]
    ),
    (
        "several mistakes in several rows, after Persian words", "id,title.fa,open\nآ,نامه,x\nb,نامه,y\n",
        [
            "2:1: error: row 2, column \"id\" is \"آ\"; expected 1 to 64 lower-case letters, digits and hyphens",
            "2:8: error: row 2, column \"open\" is \"x\"; expected true or false",
            "3:8: error: row 3, column \"open\" is \"y\"; expected true or false",
        ]
    ),
]

@Test("Each mistake of a table stands at its row and column", arguments: rows.indices)
func mistakes(index: Int) throws {
    let (what, table, expected) = rows[index]
    #expect(try complaints(table) == expected.map { "units.csv:" + $0 }, "\(what)")
}

@Test("A table that is not UTF-8 is refused where it is not")
func notUTF8() throws {
    let config = SmallSite.config.replacing("languages:", "units: \"units.csv\",\n  languages:")
    let site = try SmallSite(["portal.json5": config])
    try Data("id,title.fa\na,".utf8 + [0xC7, 0xE1]).write(to: URL(fileURLWithPath: site.folder + "/units.csv"))
    #expect(
        site.complaints == [
            "units.csv:2:3: error: bytes that are not UTF-8; expected a table that was saved as CSV in UTF-8"
        ])
}

@Test("A folder of units is all its files, in the order of their names")
func folders() throws {
    let config = SmallSite.config.replacing("languages:", "units: \"units\",\n  languages:")
    let table = "id,title.fa,parent\nb,ب,c\n"
    let list = "[{ id: \"c\", title: { fa: \"پ\" } }]"
    let files = ["portal.json5": config, "units/1.csv": table, "units/2.json5": list, "units/notes.txt": "x"]
    #expect(try SmallSite(files).read().units.map(\.id) == ["b", "c"])
    let twice = files.merging(["units/3.json5": "[{ id: \"b\", title: { fa: \"ت\" } }]"]) { $1 }
    let complaints = try SmallSite(twice).complaints
    #expect(
        complaints.count == 1
            && complaints[0].hasPrefix(
                "units/3.json5:1:8: error: duplicate unit id \"b\"; expected another id; the first stands at ")
            && complaints[0].hasSuffix("units/1.csv:2:1"), "\(complaints)")
    let none = try SmallSite(["portal.json5": config, "units/notes.txt": "x"]).complaints
    #expect(none == ["units:1:1: error: a folder without units; expected files whose names end with .json5 or .csv"])
}

@Test("Every key of a unit has a column")
func columns() {
    let leaves = ExplainedFile.units.keys.filter { $0.facts.value.keys.isEmpty }.map {
        $0.path.dropFirst("units[].".count)
    }
    #expect(UnitColumn.all.map(\.name) == leaves.map(String.init))
}

/// Units with all that their texts may hold.
private func randomUnits(_ random: inout SeededGenerator) -> [PortalUnit] {
    let pieces = [
        "نامه", "می\u{200C}شود", "a", " ", ",", ";", "\t", "\"", "\"\u{301}", "'", "\\", "\n", "\r\n", "//", "/*", "{",
        "}", "true",
        "null", "1", "=2", "+98", "😀", "\u{2028}",
    ]
    func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    /// Texts that may stand in a list: not empty, without bars, line breaks and spaces at the ends.
    func listed(_ random: inout SeededGenerator) -> [String] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in "x" + text(&random).filter { !$0.isNewline } + "\u{301}y"
        }
    }
    return (0..<Int.random(in: 0...12, using: &random)).map { index in
        var title = LocalizedText(persian: text(&random))
        if Bool.random(using: &random) { title.english = text(&random) }
        var unit = PortalUnit(id: "u-\(index)", title: title)
        if index > 0, Bool.random(using: &random) { unit.parent = "u-\(Int.random(in: 0..<index, using: &random))" }
        unit.takesLetters = Bool.random(using: &random)
        unit.isOpen = Bool.random(using: &random)
        if Bool.random(using: &random) { unit.guidance.english = text(&random) }
        if Bool.random(using: &random) { unit.phone = text(&random) }
        if Bool.random(using: &random) { unit.aliases = listed(&random) }
        if Bool.random(using: &random) { unit.opens = DayNumber(Int.random(in: 0...20_000, using: &random)) }
        if Bool.random(using: &random) { unit.closes = DayNumber(Int.random(in: 20_000...40_000, using: &random)) }
        if Bool.random(using: &random) { unit.form = "form.pdf" }
        if Bool.random(using: &random) { unit.requiredAttachments.persian = listed(&random) }
        if Bool.random(using: &random) { unit.requiredAttachments.english = listed(&random) }
        if Bool.random(using: &random) { unit.workingDays = Int.random(in: 1...365, using: &random) }
        if Bool.random(using: &random) { unit.email = "a@b.example" }
        if Bool.random(using: &random) { unit.address.persian = text(&random) }
        if Bool.random(using: &random) { unit.hours.english = text(&random) }
        if Bool.random(using: &random) { unit.notify = ["0912 345 6789", "+989123456780"] }
        return unit
    } + (Bool.random(using: &random) ? replacement : [])
}

/// A unit that has taken another's place, and that one.
private var replacement: [PortalUnit] {
    var old = unit("old")
    old.replacedBy = "new"
    return [old, unit("new")]
}

@Test(
    "What is exported in any format reads as the same units, and is exported as the same bytes again",
    arguments: 0..<200)
func roundTrip(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let units = randomUnits(&random)
    let folder = TemporaryFolder.make("units")
    try Data("form".utf8).write(to: URL(fileURLWithPath: folder + "/form.pdf"))
    for format in UnitFormat.allCases {
        let file = folder + (format == .json5 ? "/units.json5" : "/units.csv")
        let text = unitsText(units, as: format)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let terms = UnitTerms(languages: [.persian], mobilePlan: .iran, folder: folder)
        let (read, _) = try SiteUnits.read(file, by: terms)
        #expect(read == units, "\(format): \(text)")
        #expect(unitsText(read, as: format) == text)
        #expect(UnitDifference.between(units, read, language: .persian).isEmpty)
    }
}

@Test("Differences name what is gone, what is new, each key that changed, and another order")
func differences() {
    var (a, b, c) = (unit("a"), unit("b"), unit("c"))
    let old = [a, b, c]
    a.title.persian = "دیگر"
    a.isOpen = false
    b.parent = "a"
    c = unit("d")
    let lines = UnitDifference.between(old, [b, a, c], language: .persian).map(\.line)
    #expect(
        lines == [
            "- c  عنوان c", "~ b  parent: \"\" → \"a\"", "~ a  title.fa: \"عنوان a\" → \"دیگر\"",
            "~ a  open: \"true\" → \"false\"",
            "+ d  عنوان d", "~ the units stand in another order",
        ])
}

private func unit(_ id: String) -> PortalUnit { PortalUnit(id: id, title: LocalizedText(persian: "عنوان \(id)")) }

@Test("Ten thousand units are checked within seconds, be they one chain, or all below units that are none")
func manyUnits() throws {
    let chain = (0..<10_000).map { "u\($0),عنوان,\($0 == 0 ? "" : "u\($0 - 1)")\n" }.joined()
    let wrong = (0..<10_000).map { "u\($0),عنوان,none-\($0)\n" }.joined()
    let clock = ContinuousClock()
    let took = try clock.measure {
        #expect(try complaints("id,title.fa,parent\n" + chain).isEmpty)
        let found = try complaints("id,title.fa,parent\n" + wrong)
        #expect(found.count == 10_000)
    }
    #expect(took < .seconds(30), "\(took)")
}

@Test("A ring is told at each of its units, and not at those that hang below it")
func rings() throws {
    let table = "id,title.fa,parent\na,x,c\nb,x,a\nc,x,b\nd,x,c\ne,x,d\nf,x,f\ng,x,\n"
    #expect(
        try complaints(table).map { $0.prefix { $0 != " " } }
            == ["2:5:", "3:5:", "4:5:", "7:5:"].map { "units.csv:" + $0 })
}
