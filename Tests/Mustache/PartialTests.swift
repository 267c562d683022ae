import Testing

@testable import Mustache

@Test(
    "A partial stands in place of its tag",
    arguments: [
        Case("As it is", "\"{{>text}}\"", is: "\"from partial\"", partials: ["text": "from partial"]),
        Case(
            "With what stands around the tag", "{{>p}}", ["text": "content"], is: "*content*",
            partials: [
                "p": "*{{text}}*"
            ]),
        Case(
            "In a section with its element", "{{#l}}{{>p}}{{/l}}", ["l": ["a", "b"]], is: "<a><b>",
            partials: [
                "p": "<{{.}}>"
            ]),
        Case(
            "Once more in itself, as often as the value says", "{{>node}}",
            ["content": "X", "nodes": [["content": "Y", "nodes": []]]], is: "X<Y<>>",
            partials: [
                "node": "{{content}}<{{#nodes}}{{>node}}{{/nodes}}>"
            ]),
        Case(
            "In other partials", "{{>outer}}", ["a": "hello", "b": "world"], is: "*hello world!*",
            partials: [
                "outer": "*{{a}} {{>inner}}*", "inner": "{{b}}!",
            ]),
        Case("With the space around it", "| {{>p}} |", is: "| \t|\t |", partials: ["p": "\t|\t"]),
        Case("Space in the tag is none of the name's", "|{{> p }}|", is: "|[]|", partials: ["p": "[]"]),
        Case("A name may be a path", "{{>parts/head}}", is: "h", partials: ["parts/head": "h"]),
    ])
func partials(row: Case) throws { #expect(try row.rendered == row.expected) }

@Test(
    "Delimiters hold from their tag to the end of the template or to the next such tag",
    arguments: [
        Case("Two of two", "{{=<% %>=}}(<%text%>)", ["text": "Hey!"], is: "(Hey!)"),
        Case("One of one, with a meaning elsewhere", "({{=[ ]=}}[text])", ["text": "It worked!"], is: "(It worked!)"),
        Case(
            "Sections before and after",
            "[\n{{#s}}\n  {{d}}\n  |d|\n{{/s}}\n\n{{= | | =}}\n|#s|\n  {{d}}\n  |d|\n|/s|\n|^none|!|/none|]\n",
            ["s": true, "d": "x"], is: "[\n  x\n  |d|\n\n  {{d}}\n  x\n!]\n"),
        Case("A section that is closed with others", "{{#s}}a{{=| |=}}b|/s|", ["s": true], is: "ab"),
        Case(
            "Not in a partial", "[ {{>p}} ]\n{{= | | =}}\n[ |>p| ]\n", ["v": "yes"], is: "[ .yes. ]\n[ .yes. ]\n",
            partials: ["p": ".{{v}}."]),
        Case(
            "Not after a partial", "[ {{>p}} ]\n[ .{{v}}.  .|v|. ]\n", ["v": "yes"],
            is: "[ .yes.  .yes. ]\n[ .yes.  .|v|. ]\n", partials: ["p": ".{{v}}. {{= | | =}} .|v|."]),
        Case("Space around the tag stays", "| {{=@ @=}} |", is: "|  |"),
        Case("Also before the end of a line with something else", " | {{=@ @=}}\n", is: " | \n"),
        Case("Space in the tag parts them", "|{{= @   @ =}}|@! x @|{{=\n<\t>\n=}}", is: "|||{{=\n<\t>\n=}}"),
        Case(
            "Without an escape, and back again", "{{=<% %>=}}<%{t}%><%&t%><%={{ }}=%>{{t}}", ["t": "<"],
            is: "<<&lt;"),
    ])
func delimiters(row: Case) throws { #expect(try row.rendered == row.expected) }

@Test(
    "A comment is nothing",
    arguments: [
        Case("In a line", "12345{{! Comment Block! }}67890", is: "1234567890"),
        Case("Over several lines", "12345{{!\n  a\n  b...\n}}67890\n", is: "1234567890\n"),
        Case("With what looks like a tag", "a{{! {{x} #/^ }}b", is: "ab"),
        Case("The space around it stays", "12345 {{! x }} 67890\n  12 {{! 34 }}\n", is: "12345  67890\n  12 \n"),
        Case(
            "Whatever values there are", ">{{! comment }}<", ["! comment": "1", "!comment": "2", "comment": "3"],
            is: "><"),
    ])
func comments(row: Case) throws { #expect(try row.rendered == row.expected) }
