import Foundation
import Source
import Testing

@testable import Configuration

private let allKeys = ExplainedFile.allCases.flatMap(\.keys)

@Test("Every key says in whole sentences what it is for", arguments: allKeys.map(\.path))
func aboutInSentences(path: String) throws {
    let about = try #require(allKeys.first { $0.path == path }).facts.about
    #expect(about.count >= 10 && about.hasSuffix(".") && about.first?.isUppercase == true, "\(about)")
    #expect(!about.contains("  ") && !about.contains("\n"), "\(about)")
}

@Test("Every path is there once, and each key is found by its whole path", arguments: allKeys.map(\.typed))
func found(path: String) throws {
    #expect(allKeys.filter { $0.typed == path }.count == 1)
    #expect(try explainedKey(path).get().typed == path)
}

@Test("A key is found by its last name where only one has it")
func lastName() throws {
    #expect(try explainedKey("fileBytes").get().path == "limits.fileBytes")
    #expect(try explainedKey("sms.http.requests[].url").get().path == "sms.http.requests[].url")
    #expect(throws: UnknownKey.several(["sms.http.timeout", "scanner.timeout"])) { try explainedKey("timeout").get() }
}

@Test(
    "A wrong word finds the one that was meant",
    arguments: [
        ("fileByets", "fileBytes"), ("limits.fileByets", "limits.fileBytes"), ("adress", "address"),
        ("limit.fileBytes", "limits.fileBytes"), ("units.parnet", "units.parent"), ("xyzzy", nil), ("", nil),
    ] as [(String, String?)])
func nearKeys(word: String, near: String?) {
    #expect(throws: UnknownKey.none(near: near)) { try explainedKey(word).get() }
}

@Test("An explanation says what the key is for, what it may hold, and what holds without it")
func explanation() throws {
    #expect(
        try explainedKey("limits.fileBytes").get().explanation == """
            limits.fileBytes

            How large one file can be.

              holds    a whole number from 1024 to 1073741824 (bytes)
              missing  as if it were 20971520, which is 20 MB
            """)
    let address = try explainedKey("address").get().explanation
    #expect(address.contains("  example  \"https://desk.example.org/\"\n  missing  a mistake: the key must be there"))
    #expect(address.split(separator: "\n").allSatisfy { $0.count <= 90 }, "\(address)")
    let sandbox = try explainedKey("sandbox").get().explanation
    #expect(sandbox.contains("  holds    one of these words:\n           \"required\": it answers 503"))
    let scanner = try explainedKey("scanner").get().explanation
    #expect(scanner.contains("keys inside it:\n  socket    The path of clamd's Unix socket."), "\(scanner)")
}

@Test("The reference page in the checkout is the one that the keys make")
func referenceIsFresh() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../.readme/config.md").standardized
    #expect(
        try String(contentsOf: file, encoding: .utf8) == referencePage(),
        "write it anew: pishkhan config --reference >.readme/config.md")
}

/// The rules for texts that have a pattern, with texts that are right and texts that are not.
private let rules: [(String, TextRule, right: [String], wrong: [String])] = [
    (
        "address", .address, ["https://a/", "http://127.0.0.1:80/", "https://[::1]/", "https://a_b.c-d/"],
        ["", "https://a", "ftp://a/", "https://a/b/", "https://a b/", "https:///"]
    ),
    ("cgiPath", .cgiPath, ["/a", "/a/b.cgi", "/cgi-bin/x_y"], ["", "/", "a", "/a/", "/a b", "/ب"]),
    ("digits", .digits, ["", "98"], ["+98", "۹۸", "9 8"]),
    ("path", .path, ["a", "../b", "/c"], ["", "a\0b"]),
    ("socket", .socket, ["/s"], ["", "s"]),
    ("web address", .webAddress, ["http://x", "https://x/{to}"], ["", "x", "ftp://x"]),
    ("secret file", .secretFile, ["", "/x"], ["x"]),
    (
        "unit id", .unitID, ["a", "a-1", String(repeating: "a", count: 64)],
        ["", "A", "a_b", "../x", "ب", String(repeating: "a", count: 65)]
    ),
    ("numbering", .numbering, ["{year}/{sequence}", "{sequence:5}-{year}"], ["", "{year}", "{sequence}", "x"]),
    ("network", .network, ["10.0.0.0/8", "2001:db8::/32", "10.0.0.7"], ["", "x", "10.0.0.0/", "ten"]),
]

@Test("The pattern that editors get and the rule that the reader has agree", arguments: rules.indices)
func patterns(index: Int) throws {
    let (what, rule, right, wrong) = rules[index]
    let pattern = try Regex(try #require(rule.pattern))
    for text in right + [rule.example].filter({ !$0.isEmpty }) {
        #expect(rule.refusal(text) == nil, "\(what): \(text)")
        #expect(text.firstMatch(of: pattern) != nil, "\(what): \(text)")
    }
    for text in wrong {
        #expect(rule.refusal(text) != nil, "\(what): \(text)")
        #expect(text.firstMatch(of: pattern) == nil, "\(what): \(text)")
    }
}
