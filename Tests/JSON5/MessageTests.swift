import Testing

@testable import JSON5

private enum Code: String, CaseIterable, Decodable { case image, none }

private struct Login: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case securityCode, digits }
    let code: Code
    let digits: UInt8
    init(reading object: ObjectReader<CodingKeys>) throws {
        code = object.value(.securityCode, default: .image)
        digits = object.value(.digits, default: 6)
        let digits = digits
        object.check(.digits, "must be between 4 and 8") { (4...8).contains(digits) }
    }
}

private struct Portal: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable { case name, port, address, login, titles, phones, open, note }
    let name: String
    let port: Int
    let login: Login?
    let note: String?
    init(from decoder: any Decoder) throws {
        let object = try decoder.object(CodingKeys.self)
        name = object.required(.name, placeholder: "")
        port = object.value(.port, default: 80)
        let port = port
        object.check(.port, "must be between 1 and 65535") { (1...65535).contains(port) }
        _ = object.value(.address, default: "")
        login = object.optional(.login)
        _ = object.dictionary(.titles, of: String.self, default: [:])
        _ = object.list(.phones, of: String.self, default: [])
        _ = object.value(.open, default: true)
        note = object.optional(.note)
    }
}

@Suite("Messages")
struct MessageTests {
    private func messages(_ text: String) -> [String] {
        do {
            _ = try read(Portal.self, from: Array(text.utf8), file: "f")
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    private static let keys =
        #"expected one of "name", "port", "address", "login", "titles", "phones", "open", "note""#

    @Test(
        "Each mistake has its place and says what was expected",
        arguments: [
            ("{name:'a'}", []),
            ("{name:'a', note: null}", []),
            ("\n {}", [#"f:2:2: the file lacks the key "name", expected it here"#]),
            ("[]", ["f:1:1: the file is a list, expected an object { … }"]),
            ("{name:1}", ["f:1:7: name is a number, expected a string"]),
            ("{name:null}", ["f:1:7: name is null, expected a string"]),
            ("{name:'a',port:'x'}", ["f:1:16: port is a string, expected a whole number"]),
            ("{name:'a',port:0}", ["f:1:16: port: must be between 1 and 65535"]),
            ("{name:'a',open:'yes'}", ["f:1:16: open is a string, expected true or false"]),
            ("{name:'a',adress:1}", ["f:1:11: unknown key \"adress\", \(keys); did you mean \"address\"?"]),
            ("{name:'نامه',/*é*/zzzzz:1}", ["f:1:19: unknown key \"zzzzz\", \(keys)"]),
            (
                "{name:'a',name:'b'}",
                [#"f:1:11: duplicate key "name", expected each key once; the first stands at 1:2"#]
            ),
            (
                "{name:'a',phones:['1',2,null,'3',[]]}",
                [
                    "f:1:23: phones[1] is a number, expected a string", "f:1:25: phones[2] is null, expected a string",
                    "f:1:34: phones[4] is a list, expected a string",
                ]
            ),
            ("{name:'a',phones:{}}", ["f:1:18: phones is an object, expected a list [ … ]"]),
            (
                "{name:'a',titles:{fa:1,en:'b',ar:2}}",
                [
                    "f:1:22: titles.fa is a number, expected a string",
                    "f:1:34: titles.ar is a number, expected a string",
                ]
            ),
            ("{name:'a',login:3}", ["f:1:17: login is a number, expected an object { … }"]),
            (
                "{name:'a',login:{digits:300}}",
                ["f:1:25: login.digits is a number that does not fit, expected a whole number from 0 to 255"]
            ),
            (
                "{name:'a',login:{digits:4.5}}",
                ["f:1:25: login.digits is a number that does not fit, expected a whole number from 0 to 255"]
            ),
            (
                "{name:'a',login:{securityCode:'imaeg',digits:9}}",
                [
                    #"f:1:31: login.securityCode is "imaeg", expected one of "image", "none"; did you mean "image"?"#,
                    "f:1:46: login.digits: must be between 4 and 8",
                ]
            ),
            ("{name:'a'", [#"f:1:1: this "{" is never closed, expected "}" before the end of the file"#]),
            ("{name 'a'}", [#"f:1:7: unexpected "'", expected ":" after the key"#]),
            ("{name:'a'\r\n port:1}", [#"f:2:2: unexpected "p", expected "," or "}""#]),
            ("{name:yes}", [#"f:1:7: unknown word "yes", expected a value; a string needs quotes"#]),
            (
                "{name:'a',port:01}",
                ["f:1:16: a number that begins with a needless 0, expected it without, or in quotes to keep the 0"]
            ),
            ("\u{FEFF}{}", ["f:1:1: the file begins with a byte order mark, expected UTF-8 without one"]),
            (
                "{\u{A0}a:1}",
                ["f:1:2: U+00A0, a special space, between values, expected an ordinary space, tab or line end"]
            ),
        ])
    func says(_ text: String, _ expected: [String]) {
        #expect(messages(text) == expected)
    }

    @Test("Positions can be asked after reading, for checks across the file")
    func located() throws {
        let text = "{\n  units: [\n    {id: 'a'},\n    {\"id\": 'a'},\n  ],\n}"
        let located = try readLocated([String: [[String: String]]].self, from: Array(text.utf8), file: "u")
        #expect(located.position(of: ["units", 1, "id"]) == SourcePosition(line: 4, column: 12))
        #expect(located.keyPosition(of: ["units", 1, "id"]) == SourcePosition(line: 4, column: 6))
        #expect(located.position(of: ["units", 2]) == nil)
        #expect(located.problem(at: ["units", 1, "id"], "is taken").description == "u:4:12: units[1].id: is taken")
        #expect(
            located.problem(at: ["units", 0, "parent"], "is missing").position == SourcePosition(line: 3, column: 5))
    }

    @Test(
        "A position on an endless line is right beyond the first block of bytes", arguments: [4094, 4095, 4096, 9000])
    func longLine(count: Int) throws {
        let text = "\n['" + String(repeating: "é", count: count) + "', 1]"
        let document = try Document(parsing: Array(text.utf8), file: "f")
        #expect(document.position(of: [1]) == SourcePosition(line: 2, column: count + 6))
    }

    @Test("Objects with many keys find each of them, and their duplicates", arguments: [16, 17, 300])
    func manyKeys(count: Int) throws {
        let text = "{" + (0..<count).map { "k\($0):\($0),\n" }.joined() + "k0:1}"
        let document = try Document(parsing: Array(text.utf8), file: "f")
        #expect(document.duplicateKeys.count == 1)
        #expect(document.keyPosition(of: [.key("k\(count - 1)")]) == SourcePosition(line: count, column: 1))
    }
}
