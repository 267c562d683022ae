import Testing

@testable import Persian

@Test(
    "A date is read in either calendar, however it is typed",
    arguments: [
        ("1405/9/2", 20_780), ("۱۴۰۵/۰۹/۰۲", 20_780), ("١٤٠٥-٠٩-٠٢", 20_780), ("1405.09.02", 20_780),
        ("1405 9 2", 20_780), ("\u{200f}۱۴۰۵/\u{200c}۰۹/۰۲\u{200e}", 20_780), ("2026-11-23", 20_780),
        ("2026/11/23", 20_780), ("1970-01-01", 0), ("1206/1/1", -52_150), ("9999-12-31", 2_932_896),
    ])
func typedDate(text: String, day: Int) {
    #expect(DayNumber(typed: text)?.value == day)
}

@Test(
    "What is no date is none",
    arguments: [
        "", "/", "1405", "1405/9", "1405/9/2/1", "1405//2", "1405/9/", "/9/2", "1405/13/1", "1405/0/1", "1405/9/31",
        "2026-02-29", "1899-12-31", "1499/1/1", "1205/12/29", "10000-1-1", "23/11/2026", "1405-9-x", "-1405/9/2",
        "99999999999999999999/1/1", "1405/9/2\u{0}", String(repeating: "1", count: 65),
    ])
func noDate(text: String) {
    #expect(DayNumber(typed: text) == nil)
}
