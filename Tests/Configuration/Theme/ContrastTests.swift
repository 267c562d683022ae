import Source
import Testing

@testable import Configuration

private func warnings(_ style: String) -> [String] {
    contrastWarnings(ThemeColours(styleSheet: Array(style.utf8), file: "s")).map(\.description)
}

@Test(
    "The contrast of two colours is WCAG's",
    arguments: [
        ("#000", "#fff", 21.0), ("#ffffff", "#000000", 21.0), ("#fff", "#fff", 1.0), ("#767676", "#fff", 4.54),
        ("#777777", "#fff", 4.48), ("#949494", "#fff", 3.03), ("#f00", "#fff", 4.0), ("#0000FF", "#fff", 8.59),
    ])
func contrast(one: String, other: String, expected: Double) throws {
    let (one, other) = (try #require(Colour(hexadecimal: one)), try #require(Colour(hexadecimal: other)))
    #expect(abs(one.contrast(to: other) - expected) < 0.006, "\(one.contrast(to: other))")
    #expect(one.contrast(to: other) == other.contrast(to: one))
}

@Test(
    "What is no colour in hexadecimal digits is none",
    arguments: ["", "#", "#12", "#12345", "#ggg", "red", "#1234567", "fff", "#+ff"])
func noColour(text: String) { #expect(Colour(hexadecimal: text) == nil) }

@Test("4.5:1 is enough for text and the next grey is not, 3:1 for edges")
func limits() {
    #expect(warnings(":root { --ink: #767676; --ground: #fff; }").isEmpty)
    #expect(
        warnings(":root {\n  --ink: #777777; --ground: #fff; }")
            == [
                "s:2:10: warning: --ink on --ground has a contrast of 4.4:1 on light screens; expected at least 4.5:1 (WCAG 2.2 AA)"
            ])
    #expect(warnings(":root { --edge: #949494; --ground: #fff; }").isEmpty)
    #expect(warnings(":root { --edge: #959595; --ground: #fff; }").count == 1)
}

@Test("On dark screens what is named there stands for what is named for all; print and other selectors do not count")
func dark() {
    let light = ":root{--ink:#000;--ground:#fff}"
    let wrong = warnings(light + "@media screen and (prefers-color-scheme: dark) { :root { --ground: #222 } }")
    #expect(wrong.count == 1 && wrong[0].contains("on dark screens") && wrong[0].hasPrefix("s:1:"), "\(wrong)")
    #expect(warnings(light + "@media (prefers-color-scheme: dark) { :root { --ink: #fff; --ground: #222 } }").isEmpty)
    #expect(warnings(light + "@media print { :root { --ink: #fff } }").isEmpty)
    #expect(warnings(light + ".x { --ink: #fff }").isEmpty)
}

@Test(
    "A style sheet's declarations are found whatever stands around them",
    arguments: [
        ":root{--ink:#777;--ground:#fff}", ":root {\n --ink : #777 ;\n --ground: #fff;\n}",
        "/* } */ :root { /* ; */ --ink: #777; --ground: #fff }",
        "@import 'x;{y';\n:root { --x: \"a;}\"; --ink: #777; --ground: #fff; }",
        "a { b: c } :root { --ink: #777; --ground: #fff; } d {",
    ])
func styleSheets(style: String) { #expect(warnings(style).count == 1, "\(warnings(style))") }

@Test(
    "What is no style sheet does no harm",
    arguments: ["", "{", "}", "}}}{{{", "/*", "\"", "'\\", "a:b;c:d}", ":root{--ink", ":root{--ink:", "\\"])
func noStyleSheets(style: String) { #expect(warnings(style).isEmpty) }
