import Foundation
import Portal
import Testing

@testable import Configuration

/// The smallest config with some lines more.
private func config(_ lines: String) throws -> PortalSettings {
    try SmallSite(["portal.json5": SmallSite.config.replacing("languages: [\"fa\"],", "languages: [\"fa\"],\n\(lines)")]
    ).read().settings
}

private func complaint(_ lines: String) -> String {
    do {
        _ = try config(lines)
        return "none"
    } catch {
        let text = "\(error)"
        return String(text[(text.range(of: "portal.json5")?.lowerBound ?? text.startIndex)...])
    }
}

private let ranges: [(String, Int, Int)] = [
    ("codeDigits", 5, 10), ("codeLifetime", 60, 600), ("codeTries", 1, 10), ("codeInterval", 1, 3_600),
    ("codesPerNumber", 1, 1_000),
    ("codesPerAddress", 1, 1_000_000), ("codesPerPrefix", 1, 1_000_000), ("prefixOmits", 1, 8),
    ("codesPerDay", 1, 100_000_000), ("securityCodeLifetime", 60, 3_600),
    ("securityCodeDigits", 4, 8), ("harderCodeDigits", 4, 8), ("workBits", 8, 26), ("harderWorkBits", 8, 28),
    ("wrongCodesPerHour", 1, 100_000_000),
    ("sessionIdle", 60, 86_400),
    ("sessionWhole", 60, 604_800), ("staffSessionIdle", 60, 86_400), ("staffSessionWhole", 60, 604_800),
    ("staffTries", 3, 1_000),
    ("fileBytes", 1_024, 1_073_741_824), ("attachments", 0, 20), ("requestBytes", 4_096, 2_147_483_648),
    ("applicantBytes", 4_096, 1_099_511_627_776), ("networkBytes", 4_096, 1_099_511_627_776),
    ("portalBytes", 4_096, 1_099_511_627_776), ("freeBytes", 0, 1_125_899_906_842_624),
    ("imagePixels", 1_000_000, 2_000_000_000), ("packageParts", 50, 10_000),
    ("packageBytes", 1_048_576, 4_294_967_296), ("pageLength", 5, 200),
]

@Test("Each limit takes what its range holds, and neither one less nor one more", arguments: ranges)
func limits(key: String, least: Int, most: Int) throws {
    for value in [least, most] {
        let limits = try config("limits: { \(key): \(value) },").limits
        let field = Mirror(reflecting: limits).children.first { $0.label == key }
        #expect(field?.value as? Int == value)
    }
    for value in [least - 1, most + 1] {
        let found = complaint("limits: { \(key): \(value) },")
        let expected =
            "portal.json5:6:\(13 + key.count): error: limits.\(key) is \(value); expected a whole number from \(least) to \(most)"
        #expect(found.hasPrefix(expected), "\(found)")
    }
}

@Test(
    "Macros of old Word files are refused unless the config accepts them",
    arguments: [
        ("", PortalSettings.WordMacros.refused), ("letters: { wordMacros: \"refused\" },", .refused),
        ("letters: { wordMacros: \"accepted\" },", .accepted),
    ])
func wordMacros(text: String, expected: PortalSettings.WordMacros) throws {
    let settings = try config(text)
    #expect(settings.wordMacros == expected)
    #expect(settings.documentLimits.takesMacros == (expected == .accepted))
}

@Test("Another word for macros is a mistake")
func unknownWordMacros() {
    #expect(
        complaint("letters: { wordMacros: true },").hasPrefix(
            "portal.json5:6:24: error: letters.wordMacros is true; expected \"refused\" or \"accepted\""),
        "\(complaint("letters: { wordMacros: true },"))")
    #expect(
        complaint("letters: { wordMacros: \"allowed\" },")
            == "portal.json5:6:24: error: letters.wordMacros is \"allowed\"; expected \"refused\" or \"accepted\"")
}

@Test("What the config says of documents is what their readers are told")
func documentLimits() throws {
    let limits = try config("limits: { imagePixels: 1000001, packageParts: 51, packageBytes: 1048577 },").documentLimits
    #expect((limits.pixels, limits.parts, limits.unpackedBytes) == (1_000_001, 51, 1_048_577))
}

@Test(
    "Times zones",
    arguments: [
        ("+03:30", 12_600), ("-03:30", -12_600), ("+00:00", 0), ("+14:00", 50_400), ("+14:59", 53_940),
        ("+00:59", 3_540),
    ])
func timeZones(text: String, seconds: Int) throws {
    #expect(try config("timeZone: \"\(text)\",").utcOffset == seconds)
}

@Test(
    "What is no time zone is refused",
    arguments: ["3:30", "+3:30", "+15:00", "+03:60", "03:30", "+0330", "+03:3۰", "Asia/Tehran", "+-3:30", "+03:+3", ""])
func wrongTimeZones(text: String) {
    #expect(
        complaint("timeZone: \"\(text)\",").hasPrefix("portal.json5:6:11: error: timeZone is "),
        "\(complaint("timeZone: \"\(text)\","))")
}

@Test(
    "Where the CGI may be mounted",
    arguments: [
        ("/cgi-bin/pishkhan", true), ("/p", true), ("/", false), ("", false), ("p", false), ("/p/", false),
        ("/a b", false), ("/a?b", false), ("/ب", false),
    ])
func cgiPaths(path: String, isPath: Bool) {
    #expect((complaint("cgiPath: \"\(path)\",") == "none") == isPath)
}

@Test(
    "A portal's address",
    arguments: [
        ("https://desk.example.org/", true), ("http://127.0.0.1:8080/", true), ("https://[::1]/", true),
        ("https://desk.example.org", false), ("desk.example.org/", false),
        ("ftp://desk.example.org/", false), ("https://", false), ("https:///", false), ("https://a/b/", false),
        ("https://a b/", false), ("https://u@a/", false), ("https://a/?", false), ("HTTPS://a/", false),
    ])
func addresses(address: String, isAddress: Bool) {
    #expect(PortalSettings.isAddress(address) == isAddress)
}

@Test(
    "A provider's interface, whole",
    arguments: [
        """
        sms: { gateway: "http", http: {
          requests: [
            { kind: "code", url: "https://sms.example/{secret}/verify?to={to}" },
            { url: "https://sms.example/send", json: { to: ["{to}"], text: "{text}", flash: false, n: 1.5, x: null, q: "a\\"b" } },
            { kind: "status", method: "POST", url: "http://sms.example/", form: { to: "{to}", body: "متن & {text}=" } },
          ],
          headers: { "X-Key": "{secret}", Accept: "*/*" }, basic: "me:{secret}", numbers: "plus",
          success: { statuses: [200], path: "return.status", equals: 200, text: "ok" }, finalStatuses: [400], timeout: 5, secretFile: "/etc/x",
        } },
        """
    ])
func wholeGateway(text: String) throws {
    guard case .http(let gateway) = try config(text).sms else { throw Missing() }
    #expect(gateway.requests.map(\.kind) == ["code", "*", "status"])
    #expect(gateway.requests.map(\.method) == ["GET", "POST", "POST"])
    #expect(gateway.requests.map(\.bodyKind) == [.none, .json, .form])
    #expect(
        gateway.requests[1].body
            == "{\"flash\":false,\"n\":1.5,\"q\":\"a\\\"b\",\"text\":\"{text}\",\"to\":[\"{to}\"],\"x\":null}")
    #expect(gateway.headers == ["Accept: */*", "X-Key: {secret}"])
    #expect((gateway.basic, gateway.numbers) == ("me:{secret}", .plus))
    #expect(
        (gateway.successStatuses, gateway.successPath, gateway.successValue, gateway.successText) == (
            [200], "return.status", "200", "ok"
        ))
    #expect((gateway.finalStatuses, gateway.timeout, gateway.secretFile) == ([400], 5, "/etc/x"))
}

private struct Missing: Error {}

@Test(
    "A provider's interface with a mistake",
    arguments: [
        ("sms: { gateway: \"http\" },", "6:17: error: sms.gateway is \"http\", which needs the provider's interface"),
        ("sms: { gateway: \"smtp\" },", "6:17: error: sms.gateway is \"smtp\"; expected \"log\" or \"http\""),
        (
            "sms: { gateway: \"http\", http: { requests: [] } },",
            "6:43: error: sms.http.requests is an empty list; expected a list [ … ] of at least 1"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"sms.example\" }] } },",
            "6:51: error: sms.http.requests[0].url is \"sms.example\"; expected something that begins with http:// or https://"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\", method: \"PUT\" }] } },",
            "6:71: error: sms.http.requests[0].method is \"PUT\"; expected \"GET\" or \"POST\""
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\" }], timeout: 0 } },",
            "6:75: error: sms.http.timeout is 0; expected a whole number from 1 to 120"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\" }], timeout: 121 } },",
            "6:75: error: sms.http.timeout is 121; expected a whole number from 1 to 120"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\" }], secretFile: \"x\" } },",
            "6:78: error: sms.http.secretFile is \"x\"; expected an absolute path"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\", form: {}, json: {} }] } },",
            "6:79: error: sms.http.requests[0].json cannot stand beside form"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ method: \"GET\", url: \"http://x\", form: {} }] } },",
            "6:54: error: sms.http.requests[0].method cannot be \"GET\" beside a body; expected \"POST\""
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ method: \"GET\", url: \"http://x\", json: [] }] } },",
            "6:54: error: sms.http.requests[0].method cannot be \"GET\" beside a body"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\" }], success: { path: \"a\" } } },",
            "6:83: error: sms.http.success.path says where, but not what"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\" }], success: { path: \"a\", equals: 1, not: 2 } } },",
            "6:104: error: sms.http.success.not cannot stand beside equals"
        ),
        (
            "sms: { gateway: \"http\", http: { requests: [{ url: \"http://x\" }], success: { not: 0 } } },",
            "6:82: error: sms.http.success.not needs a place in the answer"
        ),
    ])
func wrongGateways(text: String, found: String) {
    #expect(complaint(text).hasPrefix("portal.json5:" + found), "\(complaint(text))")
}

@Test(
    "Numbers of other countries, and their mistakes",
    arguments: [
        ("mobile: { countryCode: \"93\", leadingDigits: \"7\", digits: 9 },", "none"),
        ("mobile: { digits: 5 },", "expected a whole number from 6 to 12"), ("mobile: { digits: 6 },", "none"),
        ("mobile: { digits: 12 },", "none"),
        ("mobile: { digits: 13 },", "expected a whole number from 6 to 12"),
        ("mobile: { countryCode: \"+98\" },", "expected digits"), ("mobile: { trunkPrefix: \"\" },", "none"),
        ("mobile: { leadingDigits: \"۹\" },", "expected digits"),
    ])
func mobilePlans(text: String, complained: String) {
    #expect(complaint(text).contains(complained), "\(complaint(text))")
}

@Test("The sandbox is what there is, unless the config demands all of it")
func sandboxPolicies() throws {
    #expect(try config("").sandbox == .available)
    #expect(try config("sandbox: \"available\",").sandbox == .available)
    #expect(try config("sandbox: \"required\",").sandbox == .required)
    let refused = complaint("sandbox: \"none\",")
    #expect(
        refused.hasPrefix("portal.json5:6:10: error: sandbox is \"none\"; expected \"required\" or \"available\""),
        "\(refused)")
}

@Test(
    "A scanner is named by its socket, waits in quarantine for 20 seconds if nothing else is said, and is none by default"
)
func scanner() throws {
    #expect(try config("").scanner == ScannerSettings())
    #expect(try !config("").scanner.isNamed)
    let short = try config("scanner: { socket: \"/run/clamav/clamd.ctl\" },").scanner
    #expect((short.socket, short.whenDown, short.timeout) == ("/run/clamav/clamd.ctl", .quarantine, 20))
    let long = try config("scanner: { socket: \"/s\", whenDown: \"refuse\", timeout: 50 },").scanner
    #expect((long.socket, long.whenDown, long.timeout, long.isNamed) == ("/s", .refuse, 50, true))
}

@Test(
    "What is no scanner is refused at its place",
    arguments: [
        ("{ whenDown: \"refuse\" }", "scanner lacks the key \"socket\""),
        (
            "{ socket: \"run/clamd.ctl\" }",
            "scanner.socket is \"run/clamd.ctl\"; expected the absolute path of clamd's socket"
        ),
        ("{ socket: \"/\(String(repeating: "x", count: 107))\" }", "expected the absolute path"),
        ("{ socket: \"/s\", whenDown: \"accept\" }", "is \"accept\"; expected \"quarantine\" or \"refuse\""),
        ("{ socket: \"/s\", timeout: 0 }", "scanner.timeout is 0; expected a whole number from 1 to 50 (seconds)"),
        ("{ socket: \"/s\", timeout: 51 }", "scanner.timeout is 51; expected a whole number from 1 to 50 (seconds)"),
        ("{ socket: \"/s\", sokcet: 1 }", "unknown key \"sokcet\""),
    ])
func wrongScanner(text: String, sentence: String) {
    #expect(complaint("scanner: \(text),").contains(sentence), "\(complaint("scanner: \(text),"))")
}

@Test(
    "A numbering pattern that could give one number twice is refused at its place",
    arguments: [
        ("{year}{unit}{sequence}", "nothing parts {unit} from {sequence}"),
        ("{unit}/{year}/{sequence}/{unit}", "{unit} stands more than once"), ("{year}/{unit}/{sequence}", "none"),
        ("{year}{sequence:6}", "none"),
    ])
func numberings(pattern: String, found: String) {
    let complaint = complaint("letters: { numbering: \"\(pattern)\" },")
    let place = found == "none" ? "" : "portal.json5:6:23: error: letters.numbering: "
    #expect(complaint.hasPrefix(place + found), "\(complaint)")
}
