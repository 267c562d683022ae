import Testing

@testable import Mustache

/// What stands alone on its line takes the line with it: sections of both kinds (here `#`, with a value that lets it
/// stand), comments and delimiters.
@Test(
    "A tag that stands alone on its line leaves no line",
    arguments: [
        Case("Both tags of a section", "| a\n{{#s}}\n|\n{{/s}}\n| b\n", is: "| a\n|\n| b\n"),
        Case("Indented", "| a\n  {{#s}}\n|\n\t{{/s}} \n| b\n", is: "| a\n|\n| b\n"),
        Case("Lines that end as in DOS", "|\r\n{{#s}}\r\n{{/s}}\r\n|", is: "|\r\n|"),
        Case("On the first line", "  {{#s}}\n#{{/s}}\n/", is: "#\n/"),
        Case("On the last line, without its end", "#{{#s}}\n/\n  {{/s}}", is: "#\n/\n"),
        Case("In a section that does not stand", "a\n{{#t}}\nb\n{{/t}}\nc\n", is: "a\nc\n"),
        Case("Not where text stands beside it", " | {{#s}}\t|\t{{/s}} | \n", is: " | \t|\t | \n"),
        Case(
            "Not where another tag does", " {{#s}}YES{{/s}}\n {{#s}}GOOD{{/s}}\n {{#s}} {{/s}}\n",
            is: " YES\n GOOD\n  \n"),
        Case("Space and line ends in a section stay", " | {{#s}} {{! space }}\n {{/s}} | \n", is: " |  \n  | \n"),
        Case("A carriage return alone ends no line", "a\r{{#s}}\rb{{/s}}\n", is: "a\r\rb\n"),
        Case("A form feed is no space of a line", "\u{c}{{#s}}\n{{/s}}", is: "\u{c}\n"),
        Case("A comment", "a\n{{! x }}\n  {{! y }}  \nb\n{{! z }}", is: "a\nb\n"),
        Case("A comment of several lines", "a\n  {{!\n    x\n  }}\nb\n", is: "a\nb\n"),
        Case("Delimiters", "a\n  {{=@ @=}}\nb\n@={{ }}=@\r\nc", is: "a\nb\nc"),
        Case("An inverted section", "a\n  {{^t}}\nb\n{{/t}}\nc\n", is: "a\nb\nc\n"),
    ])
func standalone(row: Case) throws {
    #expect(try render(row.template, ["s": true, "t": false]) == row.expected)
}

@Test("A pyramid of sections leaves only its values")
func pyramid() throws {
    let template = """
        {{#a}}
        {{one}}
          {{#b}}
        {{one}}{{two}}{{one}}
            {{#three}}
        {{one}}{{two}}{{.}}{{two}}{{one}}
            {{/three}}
        {{one}}{{two}}{{one}}
          {{/b}}
        {{one}}
        {{/a}}

        """
    let value: TemplateValue = ["a": ["one": "1"], "b": ["two": "2", "three": "3"]]
    #expect(try render(template, value) == "1\n121\n12321\n121\n1\n")
}

@Test(
    "A partial that stands alone on its line is indented as its tag is",
    arguments: [
        Case(
            "Each of its lines, but not those of a value", "\\\n {{>p}}\n/\n", ["v": "<\n->"],
            is: "\\\n |\n <\n->\n |\n/\n", partials: ["p": "|\n{{{v}}}\n|\n"]),
        Case(
            "The first line that is a tag, an end and a comment", "  {{>p}}\n", ["v": "1"],
            is: "  1\n  2\n  3\n  4\n",
            partials: ["p": "{{v}}\n{{#v}}2\n{{/v}}3\n{{! x }}4\n"]),
        Case(
            "Not the lines that its own tags take with them", "\t{{>p}}\n", ["v": true], is: "\ta\n",
            partials: ["p": "{{#v}}\n{{! x }}\na\n{{/v}}\n"]),
        Case(
            "Once for each element of a list", " {{>p}}", ["l": ["a", "b"]], is: " a\n b\n",
            partials: ["p": "{{#l}}\n{{.}}\n{{/l}}\n"]),
        Case("Its line's end is not kept", "|\r\n{{>p}}\r\n|", is: "|\r\n>|", partials: ["p": ">"]),
        Case("On the first line", "  {{>p}}\n>", is: "  >\n  >>", partials: ["p": ">\n>"]),
        Case("On the last line", ">\n  {{>p}}", is: ">\n  >\n  >", partials: ["p": ">\n>"]),
        Case(
            "Partials in partials, together", " {{>p}}\n", is: " a\n   b\n   c\n",
            partials: [
                "p": "a\n  {{>q}}\n", "q": "b\nc\n",
            ]),
        Case(
            "A partial beside something in an indented one", " {{>p}}\n", is: " a b\nc\n",
            partials: [
                "p": "a {{>q}}\n", "q": "b\nc",
            ]),
        Case("Empty lines too, as all lines", " {{>p}}\n", is: " a\n \n b\n", partials: ["p": "a\n\nb\n"]),
        Case(
            "Not where it stands beside something", "  {{v}}  {{> p}}\n", ["v": "|"], is: "  |  >\n>\n",
            partials: ["p": ">\n>"]),
    ])
func indentedPartials(row: Case) throws { #expect(try row.rendered == row.expected) }
