import JSON5
import Source
import Testing

@testable import Configuration

private enum Code: String, CaseIterable, Sendable { case image, none }

private struct Login: Sendable {
    var code = Code.image
    var digits = 6
}

private struct Portal: Sendable {
    var name = "?"
    var port = 80
    var login = Login()
    var titles: [(name: String, value: String)] = []
    var phones: [String] = ["0"]
    var isOpen = true
    var note: String? = "?"
}

private let keys = Keys(
    new: Portal(),
    [
        Key("name", .text(), \.name, isRequired: true, about: "Its name."),
        Key("port", .number(1...65_535), \.port, about: "Its port."),
        Key(
            "login",
            .object(
                Keys(
                    new: Login(),
                    [
                        Key("securityCode", .choice { "\($0)" }, \.code, about: "The code."),
                        Key("digits", .number(4...8, .digits), \.digits, about: "Its digits."),
                    ])), \.login, about: "The login."),
        Key("titles", .dictionary(of: .text(), new: ""), \.titles, about: "Titles."),
        Key("phones", .list(of: .text(), new: "", atLeast: 1), \.phones, about: "Phones."),
        Key("open", .boolean, \.isOpen, about: "Whether it is open."),
        Key("note", .optional(.text(), new: ""), \.note, about: "A note."),
    ]
) { object, portal in
    if portal.port == 81, object.has("note") { object.note(at: "note", "stands beside port 81", expected: "no note") }
}

private func reading(_ text: String) throws -> (Portal, [String]) {
    let noted = Noted()
    let document = try readJSON5(Array(text.utf8), file: "f")
    let portal = read(.object(keys), from: document, into: Portal(), noting: noted)
    return (portal, Problems(noted.problems)?.all.map(\.description) ?? [])
}

private let known = #"expected one of "name", "port", "login", "titles", "phones", "open", "note""#
private let text = "expected a text in quotes"

@Test(
    "Each mistake has its place and says what was expected",
    arguments: [
        ("{name:'a'}", []),
        ("{name:'a', note: null}", []),
        ("\n {}", [#"f:2:2: error: the file lacks the key "name"; expected name: a text in quotes"#]),
        ("[]", ["f:1:1: error: the file is an empty list; expected an object { … }"]),
        ("{name:1}", ["f:1:7: error: name is 1; \(text)"]),
        ("{name:null}", ["f:1:7: error: name is null; \(text)"]),
        ("{name:'a',port:'x'}", ["f:1:16: error: port is \"x\"; expected a whole number from 1 to 65535"]),
        ("{name:'a',port:0}", ["f:1:16: error: port is 0; expected a whole number from 1 to 65535"]),
        ("{name:'a',port:65536}", ["f:1:16: error: port is 65536; expected a whole number from 1 to 65535"]),
        ("{name:'a',port:4.5}", ["f:1:16: error: port is 4.5; expected a whole number from 1 to 65535"]),
        ("{name:'a',port:81,note:'b'}", ["f:1:24: error: note stands beside port 81; expected no note"]),
        ("{name:'a',port:81,note:2}", ["f:1:24: error: note is 2; \(text)"]),
        ("{name:'a',open:'yes'}", ["f:1:16: error: open is \"yes\"; expected true or false"]),
        ("{name:'a',prot:1}", ["f:1:11: error: unknown key \"prot\"; \(known); did you mean \"port\"?"]),
        ("{nmae:'a'}", ["f:1:2: error: unknown key \"nmae\"; \(known); did you mean \"name\"?"]),
        ("{name:'a',port:1,prot:1}", ["f:1:18: error: unknown key \"prot\"; \(known)"]),
        ("{name:'نامه',/*é*/zzzzz:1}", ["f:1:19: error: unknown key \"zzzzz\"; \(known)"]),
        (
            "{name:'a',phones:['1',2,null,'3',[]]}",
            [
                "f:1:23: error: phones[1] is 2; \(text)", "f:1:25: error: phones[2] is null; \(text)",
                "f:1:34: error: phones[4] is an empty list; \(text)",
            ]
        ),
        (
            "{name:'a',phones:{}}",
            ["f:1:18: error: phones is an object; expected a list [ … ] of at least 1, each a text in quotes"]
        ),
        (
            "{name:'a',phones:[]}",
            ["f:1:18: error: phones is an empty list; expected a list [ … ] of at least 1, each a text in quotes"]
        ),
        (
            "{name:'a',titles:{fa:1,en:'b',ar:2}}",
            ["f:1:22: error: titles.fa is 1; \(text)", "f:1:34: error: titles.ar is 2; \(text)"]
        ),
        ("{name:'a',login:3}", ["f:1:17: error: login is 3; expected an object { … }"]),
        (
            "{digits:1,login:{securityCode:'imaeg',digits:9}}",
            [
                #"f:1:1: error: the file lacks the key "name"; expected name: a text in quotes"#,
                "f:1:2: error: unknown key \"digits\"; \(known)",
                #"f:1:31: error: login.securityCode is "imaeg"; expected "image" or "none"; did you mean "image"?"#,
                "f:1:46: error: login.digits is 9; expected a whole number from 4 to 8 (digits)",
            ]
        ),
    ])
func says(_ text: String, _ expected: [String]) throws { #expect(try reading(text).1 == expected) }

@Test("What is right is taken, what is missing or wrong keeps its default")
func values() throws {
    let (portal, _) = try reading(
        "{name:'a',port:'x',login:{digits:8},titles:{b:'2',a:'1',c:3},phones:['1',2],open:false,note:null}")
    #expect((portal.name, portal.port, portal.login.code, portal.login.digits) == ("a", 80, .image, 8))
    #expect(portal.titles.map(\.name) == ["a", "b"])
    #expect((portal.phones, portal.isOpen, portal.note) == (["1"], false, nil))
}
