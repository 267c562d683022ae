import Testing

@testable import Mustache

private let signs: TemplateValue = ["signs": "& \" < > '"]
private let person: TemplateValue = ["person": ["name": "مریم"]]
private let deep: TemplateValue = ["a": ["b": ["c": ["d": ["e": ["name": "Phil"]]]]]]

@Test(
    "A tag stands for the value that it names",
    arguments: [
        Case("Text without tags stays, single braces too", "سلام {Mustache}!\n", is: "سلام {Mustache}!\n"),
        Case("A tag is its value", "Hello, {{who}}!\n", ["who": "world"], is: "Hello, world!\n"),
        Case("A value is not read again", "{{a}}: {{b}}", ["a": "{{b}}", "b": "Earth"], is: "{{b}}: Earth"),
        Case("Two braces escape", "{{signs}}", signs, is: "&amp; &quot; &lt; &gt; &#39;"),
        Case("Three braces do not escape", "{{{signs}}}", signs, is: "& \" < > '"),
        Case("An ampersand does not escape", "{{&signs}}", signs, is: "& \" < > '"),
        Case(
            "Markup is not escaped, whatever the tag", "{{m}}{{{m}}}{{&m}}", ["m": .html(Array("<b>".utf8))],
            is: "<b><b><b>"),
        Case("A miss is nothing", "({{none}}{{{none}}}{{&none}})", is: "()"),
        Case(
            "What is no text is nothing", "({{a}}{{b}}{{c}}{{d}})", ["a": [:], "b": ["x"], "c": true, "d": false],
            is: "()"),
        Case("Space around a value stays", "| {{s}} | {{{s}}} | {{&s}} |", ["s": "---"], is: "| --- | --- | --- |"),
        Case(
            "A value alone on its line keeps the line", "  {{s}}\n  {{{s}}}\n  {{&s}}\n", ["s": "---"],
            is: "  ---\n  ---\n  ---\n"),
        Case(
            "Space in a tag is none of the name's", "|{{ s }}|{{{ s }}}|{{& s }}|{{\n& s\t}}|", ["s": "---"],
            is: "|---|---|---|---|"),
        Case("A name may be of any letters", "{{نام}}{{a-b}}{{a'b}}", ["نام": "1", "a-b": "2", "a'b": "3"], is: "123"),
    ])
func interpolation(row: Case) throws { #expect(try row.rendered == row.expected) }

@Test(
    "A name with dots goes inside, part by part",
    arguments: [
        Case(
            "A name with a dot is short for a section", "{{person.name}}{{#person}}{{name}}{{/person}}", person,
            is: "مریممریم"),
        Case("With three braces and an ampersand too", "{{{person.name}}}{{&person.name}}", person, is: "مریممریم"),
        Case("It goes as deep as the value", "{{a.b.c.d.e.name}}", deep, is: "Phil"),
        Case("A chain that breaks is nothing", "({{a.b.c}})", ["a": [:]], is: "()"),
        Case(
            "A part is looked for in the part before alone", "({{a.b.c.name}})",
            ["a": ["b": [:]], "c": ["name": "Jim"]], is: "()"),
        Case(
            "The first part is found in what stands around", "{{#a}}{{b.c.d.e.name}}{{/a}}",
            ["a": ["b": ["c": ["d": ["e": ["name": "Phil"]]]]], "b": ["c": ["d": ["e": ["name": "Wrong"]]]]],
            is: "Phil"),
        Case(
            "The innermost first part counts, even where the chain breaks in it", "{{#a}}{{b.c}}{{/a}}",
            ["a": ["b": [:]], "b": ["c": "ERROR"]], is: ""),
        Case("A name with a dot is never one key", "({{a.b}})", ["a.b": "c"], is: "()"),
        Case("Nor does such a key hide what is inside", "{{a.b}}", ["a.b": "c", "a": ["b": "d"]], is: "d"),
    ])
func dottedNames(row: Case) throws { #expect(try row.rendered == row.expected) }

@Test(
    "A dot is the value that stands around",
    arguments: [
        Case("The outermost", "Hello, {{.}}!", "world", is: "Hello, world!"),
        Case("Escaped", "{{.}}", "&\"<>", is: "&amp;&quot;&lt;&gt;"),
        Case("Not escaped", "{{{.}}}{{&.}}{{{ . }}}", "&\"<>", is: "&\"<>&\"<>&\"<>"),
    ])
func implicitIterator(row: Case) throws { #expect(try row.rendered == row.expected) }
