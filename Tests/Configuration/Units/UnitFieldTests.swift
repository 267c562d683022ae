import Foundation
import Persian
import Portal
import Testing

@testable import Configuration

/// The complaints of a small portal about the second of two units, without the file's name.
private func complaints(_ fields: String) throws -> [String] {
    try site(fields).complaints.map { $0.replacingOccurrences(of: "units.json5:", with: "") }
}

private func site(_ fields: String, _ files: [String: String?] = [:]) throws -> SmallSite {
    let units = "[{ id: \"other\", title: { fa: \"الف\" } },\n{ id: \"a\", title: { fa: \"ب\" }, \(fields) }]\n"
    return try SmallSite(files.merging(["units.json5": units]) { $1 })
}

/// The same as a table, from the names of columns to the cells of the second unit.
private func table(_ cells: KeyValuePairs<String, String>) throws -> SmallSite {
    let config = SmallSite.config.replacing("languages:", "units: \"units.csv\",\n  languages:")
    let head = cells.map(\.key).joined(separator: ","), row = cells.map { "\"\($0.value)\"" }.joined(separator: ",")
    let blank = cells.map { _ in "" }.joined(separator: ",")
    let units = "id,title.fa,\(head)\nother,الف,\(blank)\na,ب,\(row)\n"
    return try SmallSite(["portal.json5": config, "units.json5": nil, "units.csv": units, "forms/a.pdf": "%PDF"])
}

@Test("What a unit says of itself reads alike from JSON5 and from a table")
func alike() throws {
    let fields = """
        aliases: ["درمانگاه", "clinic"], opens: "۱۴۰۵/۹/۲", closes: "2026-12-31", form: "forms/a.pdf",
        requiredAttachments: { fa: ["فرم", "کارت ملی"], en: ["Form", "National card"] }, workingDays: 10,
        email: "a@b.example", address: { fa: "نشانی" }, hours: { fa: "صبح" }, notify: ["0912 345 6789"],
        replacedBy: "other"
        """
    let one = try site(fields, ["forms/a.pdf": "%PDF"]).read()
    let other = try table([
        "aliases": "درمانگاه | clinic|", "opens": "1405/09/02", "closes": "1405-10-10", "form": "forms/a.pdf",
        "requiredAttachments.fa": "فرم|کارت ملی", "requiredAttachments.en": " Form |  National card",
        "workingDays": "10", "email": "a@b.example", "address.fa": "نشانی", "hours.fa": "صبح",
        "notify": "0912 345 6789", "replacedBy": "other",
    ]).read()
    #expect(one.units == other.units)
    let unit = one.units[1]
    #expect(unit.aliases == ["درمانگاه", "clinic"])
    #expect(unit.opens == DayNumber(typed: "2026-11-23") && unit.closes == DayNumber(typed: "2026-12-31"))
    #expect(
        unit.requiredAttachments == LocalizedList(persian: ["فرم", "کارت ملی"], english: ["Form", "National card"]))
    #expect(unit.workingDays == 10 && unit.replacedBy == "other")
    #expect(one.forms == ["forms/a.pdf": Array("%PDF".utf8)])
}

private let day = "expected a day such as \"1405/09/02\" (Solar Hijri) or \"2026-11-23\" (Gregorian)"
private let form =
    "expected the path of a file below the config's folder that ends with .pdf, .doc, .docx, .odt, .xls, .xlsx, .ods"

@Test(
    "Each mistake in what a unit says of itself is told",
    arguments: [
        ("opens: \"23/11/2026\"", ["2:39: error: [1].opens is \"23/11/2026\"; \(day)"]),
        ("opens: \"1405/12/31\"", ["2:39: error: [1].opens is \"1405/12/31\"; \(day)"]),
        ("opens: \"1405/9-2\"", ["2:39: error: [1].opens is \"1405/9-2\"; \(day)"]),
        ("opens: \"2200-01-01\"", ["2:39: error: [1].opens is \"2200-01-01\"; \(day)"]),
        ("opens: 1405", ["2:39: error: [1].opens is 1405; \(day)"]),
        (
            "opens: \"1405/9/2\", closes: \"1405/9/1\"",
            ["2:59: error: [1].closes is before opens; expected the same day or a later one"]
        ),
        ("opens: \"1405/9/2\", closes: \"1405/9/2\"", []),
        ("workingDays: 0", ["2:45: error: [1].workingDays is 0; expected a whole number from 1 to 365"]),
        ("email: \"a@b\"", ["2:39: error: [1].email is \"a@b\"; expected an e-mail address"]),
        ("email: \"a b@c.example\"", ["2:39: error: [1].email is \"a b@c.example\"; expected an e-mail address"]),
        (
            "aliases: [\"a|b\"]",
            [
                "2:42: error: [1].aliases[0] is \"a|b\"; expected a text without | and line breaks, and without spaces at its ends"
            ]
        ),
        (
            "notify: [\"0912 345 6789\", \"030-5555\"]",
            ["2:58: error: [1].notify[1] is \"030-5555\"; expected a mobile number of the portal's country"]
        ),
        ("form: \"/etc/passwd\"", ["2:38: error: [1].form is \"/etc/passwd\"; \(form)"]),
        ("form: \"../a.pdf\"", ["2:38: error: [1].form is \"../a.pdf\"; \(form)"]),
        (
            "form: \"none.pdf\"",
            [
                "2:38: error: \"none.pdf\" cannot be read (No such file or directory); expected a file below the config's folder"
            ]
        ),
        (
            "replacedBy: \"othr\"",
            [
                "2:44: error: no unit has the id \"othr\"; expected the id of the unit that has taken its place; did you mean \"other\"?"
            ]
        ),
        (
            "replacedBy: \"a\"",
            ["2:44: error: \"a\" is replaced by itself in the end; expected a unit that does not lead back to it"]
        ),
    ])
func mistakes(fields: String, expected: [String]) throws {
    #expect(try complaints(fields) == expected)
}

@Test("A ring of replacements is told at each of its units, and a unit below a replaced one too")
func replacementRings() throws {
    let config = SmallSite.config.replacing("languages:", "units: \"units.csv\",\n  languages:")
    func lines(_ rows: String) throws -> [String] {
        let table = "id,title.fa,replacedBy,parent\n" + rows
        return try SmallSite(["portal.json5": config, "units.json5": nil, "units.csv": table]).complaints
    }
    let ring = try lines("a,x,b,\nb,x,a,\nc,x,a,\n")
    #expect(ring.map { $0.prefix { $0 != " " } } == ["units.csv:2:5:", "units.csv:3:5:"])
    #expect(
        try lines("a,x,b,\nb,x,,\nc,x,,a\n") == [
            "units.csv:4:6: error: \"a\" is replaced by \"b\" and no longer listed; expected the id of a unit that is, such as \"b\""
        ])
}

@Test("A form that a link leads out of the site for is refused, and so are an empty and a huge one")
func forms() throws {
    let small = try site("form: \"a.pdf\"", ["a.pdf": ""])
    #expect(small.complaints == ["units.json5:2:38: error: \"a.pdf\" is empty; expected a form to fill in"])
    let path = small.folder + "/a.pdf"
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
    let leadsOut = "\"a.pdf\" leads out of the config's folder; expected a file below the config's folder"
    #expect(small.complaints == ["units.json5:2:38: error: \(leadsOut)"])
    try FileManager.default.removeItem(atPath: path)
    for (bytes, isRight) in [(10 << 20, true), ((10 << 20) + 1, false)] {
        try Data(count: bytes).write(to: URL(fileURLWithPath: path))
        #expect(small.complaints.isEmpty == isRight, "\(bytes)")
    }
}

@Test("What must be attached in one language must be so in the other, by the names that there are")
func attachmentsInBothLanguages() throws {
    var files = SmallSite.inTwoLanguages
    files["units.json5"] = """
        [{ id: "a", title: { fa: "الف", en: "A" }, requiredAttachments: { fa: ["فرم"] } },
        { id: "b", title: { fa: "ب", en: "B" }, requiredAttachments: { fa: ["فرم", "کارت"], en: ["Form"] } }]
        """
    let site = try SmallSite(files).read()
    #expect(site.units.map(\.requiredAttachments.english) == [["فرم"], ["Form"]])
    #expect(
        site.warnings.map(\.message).filter { $0.contains("requiredAttachments") } == [
            "[0].requiredAttachments lacks its list in en, so the one in fa is shown; expected en: [\"…\"]",
            "[1].requiredAttachments has 1 in en and 2 in fa; expected as many in each language",
        ])
}
