import Testing

@testable import Mustache

private let yes: TemplateValue = ["yes": true, "no": false]

@Test(
    "A section stands once for each element, once, or not at all",
    arguments: [
        Case("Once for what is true", "\"{{#yes}}here{{/yes}}\"", yes, is: "\"here\""),
        Case("Not for what is false", "\"{{#no}}here{{/no}}\"", yes, is: "\"\""),
        Case("Not for what is missing", "[{{#none}}here{{/none}}]", is: "[]"),
        Case("Not for an empty text", "[{{#a}}here{{/a}}{{#b}}here{{/b}}]", ["a": "", "b": .html([])], is: "[]"),
        Case("An object stands around its tags", "{{#c}}Hi {{name}}.{{/c}}", ["c": ["name": "Joe"]], is: "Hi Joe."),
        Case(
            "What is not in it is found further out", "{{#s}}{{a}}, {{b}}, {{c.d}}{{/s}}",
            ["a": "foo", "b": "wrong", "s": ["b": "bar"], "c": ["d": "baz"]], is: "foo, bar, baz"),
        Case("A text stands around its tags too", "{{#foo}}{{.}} is {{foo}}{{/foo}}", ["foo": "bar"], is: "bar is bar"),
        Case(
            "Once for each element", "{{#list}}{{item}}{{/list}}",
            ["list": [["item": "1"], ["item": "2"], ["item": "3"]]], is: "123"),
        Case("Not for an empty list", "{{#list}}here{{/list}}", ["list": []], is: ""),
        Case(
            "Lists in lists see all that stands around",
            "{{#tops}}{{#middles}}{{name.lower}}{{m}}.{{#bottoms}}{{name.upper}}{{m}}{{b}}.{{/bottoms}}{{/middles}}{{/tops}}",
            [
                "tops": [
                    [
                        "name": ["upper": "A", "lower": "a"],
                        "middles": [["m": "1", "bottoms": [["b": "x"], ["b": "y"]]]],
                    ]
                ]
            ], is: "a1.A1x.A1y."),
        Case(
            "The same section can stand twice", "{{#yes}}\n* 1\n{{/yes}}\n* {{two}}\n{{#yes}}\n* 3\n{{/yes}}\n",
            ["yes": true, "two": "2"], is: "* 1\n* 2\n* 3\n"),
        Case("And in itself", "| A {{#yes}}B {{#yes}}C{{/yes}} D{{/yes}} E |", yes, is: "| A B C D E |"),
        Case(
            "Where it does not stand, nothing in it does", "| A {{#no}}B {{#yes}}C{{/yes}} D{{/no}} E |", yes,
            is: "| A  E |"),
        Case("A dot is each element", "{{#list}}({{.}}){{/list}}", ["list": ["a", "b", "c"]], is: "(a)(b)(c)"),
        Case(
            "A dot can be a list", "{{#list}}({{#.}}{{.}}{{/.}}){{/list}}", ["list": [["1", "2"], ["a", "b"]]],
            is: "(12)(ab)"),
        Case("And the outermost", "{{#.}}({{value}}){{/.}}", [["value": "a"], ["value": "b"]], is: "(a)(b)"),
        Case(
            "Elements are escaped like other values", "{{#l}}({{.}}{{{.}}}{{&.}}){{/l}}", ["l": ["&", "<"]],
            is: "(&amp;&&)(&lt;<<)"),
        Case(
            "A name with dots", "{{#a.b.c}}here{{/a.b.c}}{{#a.b.d}}not{{/a.b.d}}",
            ["a": ["b": ["c": true, "d": false]]],
            is: "here"),
        Case("A chain that breaks is a miss", "({{#a.b.c}}here{{/a.b.c}})", ["a": [:]], is: "()"),
        Case("Space in the tags is none of the name's", "|{{# yes }}={{/ yes }}|", yes, is: "|=|"),
    ])
func sections(row: Case) throws { #expect(try row.rendered == row.expected) }

@Test(
    "An inverted section stands where the section would not",
    arguments: [
        Case("Not for what is true", "\"{{^yes}}here{{/yes}}\"", yes, is: "\"\""),
        Case("For what is false", "\"{{^no}}here{{/no}}\"", yes, is: "\"here\""),
        Case("For what is missing", "[{{^none}}here{{/none}}]", is: "[here]"),
        Case("For an empty text", "[{{^a}}here{{/a}}]", ["a": ""], is: "[here]"),
        Case("Not for an object", "({{^c}}Hi {{name}}.{{/c}})", ["c": ["name": "Joe"]], is: "()"),
        Case("Not for an object that is empty", "({{^c}}here{{/c}})", ["c": [:]], is: "()"),
        Case("Not for a list", "({{^list}}{{n}}{{/list}})", ["list": [["n": "1"], ["n": "2"]]], is: "()"),
        Case("For an empty list, once", "{{^list}}nothing{{/list}}", ["list": []], is: "nothing"),
        Case(
            "Twice, and in itself", "{{^no}}\n* 1{{^no}}!{{/no}}\n{{/no}}\n* 2\n{{^no}}\n* 3\n{{/no}}\n", yes,
            is: "* 1!\n* 2\n* 3\n"),
        Case(
            "Nothing of it where it does not stand", "| A {{^yes}}B {{^no}}C{{/no}} D{{/yes}} E |", yes,
            is: "| A  E |"),
        Case(
            "What stands around stays the same in it", "{{#o}}{{^no}}{{a}}{{.}}{{b}}{{/no}}{{/o}}",
            ["o": ["a": "1"], "b": "2"], is: "12"),
        Case(
            "A name with dots", "{{^a.b.c}}not{{/a.b.c}}{{^a.b.d}}here{{/a.b.d}}",
            ["a": ["b": ["c": true, "d": false]]], is: "here"),
        Case("A chain that breaks is a miss", "({{^a.b.c}}here{{/a.b.c}})", ["a": [:]], is: "(here)"),
        Case("Space in the tags is none of the name's", "|{{^ no }}={{/ no }}|", yes, is: "|=|"),
    ])
func invertedSections(row: Case) throws { #expect(try row.rendered == row.expected) }
