import Desk
import SeededRandom
import Testing

@Test(
    "A sequence is padded to its width and never cut",
    arguments: [
        ("{sequence:1}", 7, "7"), ("{sequence:5}", 7, "00007"), ("{sequence:5}", 99_999, "99999"),
        ("{sequence:5}", 100_000, "100000"),
        ("{sequence:12}", 7, "000000000007"), ("{sequence}", 1_234_567, "1234567"),
    ])
func padding(placeholder: String, sequence: Int, written: String) throws {
    let numbering = try LetterNumbering(pattern: "{year}/" + placeholder)
    #expect(numbering.number(year: 1405, sequence: sequence, unit: "health") == "1405/" + written)
}

@Test(
    "Widths outside 1 to 12, and what is no number, are refused",
    arguments: [
        "{sequence:0}", "{sequence:13}", "{sequence:-1}", "{sequence:x}", "{sequence:}", "{sequence:1:2}",
        "{sequence:99999999999999999999}", "{sequence: 5}",
    ])
func wrongWidths(placeholder: String) {
    #expect(throws: LetterNumbering.Fault.unknownPlaceholder(placeholder)) {
        try LetterNumbering(pattern: "{year}/" + placeholder)
    }
}

@Test(
    "A pattern that cannot be read is refused with its first fault",
    arguments: [
        ("", LetterNumbering.Fault.lacks("{year}")), ("{}/{year}{sequence}", .unknownPlaceholder("{}")),
        ("{Year}/{sequence}", .unknownPlaceholder("{Year}")),
        ("{ year }/{sequence}", .unknownPlaceholder("{ year }")),
        ("{year:4}/{sequence}", .unknownPlaceholder("{year:4}")),
        ("{unit:3}/{year}/{sequence}", .unknownPlaceholder("{unit:3}")), ("{year}/{sequence}{", .unclosedBrace),
        ("{{year}}/{sequence}", .unknownPlaceholder("{{year}")), ("no placeholder", .lacks("{year}")),
        ("{year}{unit}{sequence}", .undivided), ("{year}/{sequence}{unit}", .undivided),
        ("{year}/{unit}0{sequence:5}", .undivided), ("{unit}{year}{sequence}", .undivided),
        ("{sequence}{year}{unit}", .undivided), ("{year}/{unit}/{sequence}/{unit}", .repeatedUnit),
    ])
func faults(pattern: String, fault: LetterNumbering.Fault) {
    #expect(throws: fault) { try LetterNumbering(pattern: pattern) }
}

@Test("Text between placeholders stays as it is, also Persian and with a closing brace")
func literals() throws {
    let numbering = try LetterNumbering(pattern: "«{unit}» د/{year}-{sequence:3}}")
    #expect(numbering.number(year: 1405, sequence: 9, unit: "food-drug") == "«food-drug» د/1405-009}")
    #expect(numbering.pattern == "«{unit}» د/{year}-{sequence:3}}")
}

@Test(
    "Numbers of one pattern differ for all years, sequences and units",
    arguments: ["{year}/{sequence}", "{year}{sequence:6}", "{unit}-{year}-{sequence}"])
func unique(pattern: String) throws {
    let numbering = try LetterNumbering(pattern: pattern)
    var seen: Set<String> = []
    for year in 1403...1406 {
        // One sequence counts for all units.
        for sequence in 1...300 {
            let unit = ["a", "a1", "a-1"][sequence % 3]
            #expect(seen.insert(numbering.number(year: year, sequence: sequence, unit: unit)).inserted)
        }
    }
}

@Test("Whatever pattern is taken, no two letters get one number, whatever their units are called", arguments: 0..<400)
func neverTwice(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = ["{year}", "{sequence}", "{sequence:2}", "{unit}", "/", "-", "1", "a"]
    var pattern = "{year}{sequence}"
    if seed > 0 {
        pattern = (0..<Int.random(in: 2...7, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
            .joined()
    }
    guard let numbering = try? LetterNumbering(pattern: pattern) else { return }
    var letters: [String: [Int]] = [:]
    for year in [1405, 1406] {
        for sequence in Array(1...25) + [110, 111, 1_405, 11_405] {
            for unit in ["1", "11", "a", "a1", "1a", "a-1", "1-a-1", "-", "1405", "14051", "x1405"] {
                let number = numbering.number(year: year, sequence: sequence, unit: unit)
                let letter = [year, sequence]
                // `#expect` would be asked a quarter of a million times.
                if letters.updateValue(letter, forKey: number) ?? letter != letter {
                    Issue.record("\(pattern) gives \(number) twice")
                }
            }
        }
    }
}
