import Portal
import Source

extension TextRule {
    /// The portal's public address.
    static let address = TextRule(
        expected: "http:// or https://, a host and a slash at the end",
        pattern: #"^https?://[A-Za-z0-9._:\[\]-]+/$"#, example: "https://desk.example.org/",
        holds: PortalSettings.isAddress)

    /// A path on the web server.
    static let cgiPath = TextRule(
        expected: "an absolute path without a slash at its end", pattern: "^/([A-Za-z0-9._/-]*[A-Za-z0-9._-])$",
        example: "/cgi-bin/pishkhan"
    ) { $0.hasPrefix("/") && !$0.hasSuffix("/") && $0.utf8.allSatisfy(isPathByte) }

    /// Digits, perhaps none.
    static let digits = TextRule(expected: "digits 0-9 in quotes", pattern: "^[0-9]*$", example: "98") {
        $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Form<Language> {
    static let language = Form.choice { language in
        switch language {
        case .persian: "Persian, from right to left"
        case .english: "English"
        }
    }
}

extension Form<LocalizedText> {
    /// A text in each language.
    static let localized = Form.object(
        Keys(
            new: LocalizedText(),
            [
                Key("fa", .text(), \.persian, about: "The text in Persian; needed where the portal has Persian pages."),
                Key("en", .text(), \.english, about: "The text in English; needed where the portal has English pages."),
            ]), facts: ValueFacts.localized)
}

extension Form<Int> {
    /// Seconds by which local time is ahead of UTC, written as `+03:30`.
    static let timeZone = Form<String>.text(
        TextRule(
            expected: "hours and minutes before or after UTC, such as \"+03:30\"",
            pattern: "^[+-](0[0-9]|1[0-4]):[0-5][0-9]$", example: "+03:30"
        ) { seconds($0) != nil }
    ).map(to: { seconds($0) ?? 0 }, from: timeZone)

    private static func timeZone(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
    }

    private static func seconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == 0x2b || bytes[0] == 0x2d, bytes[3] == 0x3a,
            [1, 2, 4, 5].allSatisfy({ (0x30...0x39).contains(bytes[$0]) }),
            let hours = Int(String(decoding: bytes[1...2], as: UTF8.self)), (0...14).contains(hours),
            let minutes = Int(String(decoding: bytes[4...5], as: UTF8.self)), (0...59).contains(minutes)
        else { return nil }
        return (bytes[0] == 0x2d ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
