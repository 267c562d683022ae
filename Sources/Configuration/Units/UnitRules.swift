import Persian
import Portal
import Source

extension TextRule {
    /// A unit's id, which is also its place in addresses.
    static let unitID = TextRule(
        expected: "1 to 64 lower-case letters, digits and hyphens", pattern: "^[a-z0-9-]{1,64}$", example: "health"
    ) { id in
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
    }

    /// One of several texts that can stand in a single cell of a table, where a bar parts them.
    static let listed = TextRule(
        expected: "a text without | and line breaks, and without spaces at its ends",
        pattern: #"^[^|\r\n]+$"#
    ) { text in
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, !first.properties.isWhitespace,
            !last.properties.isWhitespace
        else { return false }
        return scalars.allSatisfy { $0 != "|" && $0 != "\n" && $0 != "\r" }
    }

    /// A day of the calendar, in one of two ways that cannot be taken for each other.
    static let day = TextRule(
        expected: "a day such as \"1405/09/02\" (Solar Hijri) or \"2026-11-23\" (Gregorian)",
        pattern: "^[0-9۰-۹]{4}(/[0-9۰-۹]{1,2}/|-[0-9۰-۹]{1,2}-)[0-9۰-۹]{1,2}$", example: "1405/09/02"
    ) { dayNumber($0) != nil }

    /// An e-mail address, or nothing.
    static let emailAddress = TextRule(
        expected: "an e-mail address", pattern: #"^([^@ <>"]+@[^@ <>"]+\.[^@ <>".]+)?$"#,
        example: "graduates@example.org"
    ) { text in
        guard !text.isEmpty else { return true }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let refused: Set<Character> = ["<", ">", "\""]
        guard parts.count == 2, !parts[0].isEmpty, text.allSatisfy({ !$0.isWhitespace && !refused.contains($0) }) else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
    }

    /// A file that people download and fill in, or nothing.
    static let formFile = TextRule(
        expected: "the path of a file below the config's folder that ends with \(formEndings.joined(separator: ", "))",
        pattern: #"^(|[^/\u0000][^\u0000]*\.(pdf|doc|docx|odt|xls|xlsx|ods))$"#, example: "forms/graduates.pdf"
    ) { path in
        guard !path.isEmpty else { return true }
        return !path.hasPrefix("/") && !path.utf8.contains(0) && !path.split(separator: "/").contains("..")
            && formEndings.contains { path.hasSuffix($0) }
    }

    private static let formEndings = [".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods"]
}

extension Form<DayNumber> {
    /// A day; it is written in the Solar Hijri calendar.
    static let day = Form<String>.text(.day).map(
        to: { dayNumber($0) ?? DayNumber(0) },
        from: { (try? SolarHijriDate($0)).map { asciiDigits($0.short) } ?? "" })
}

/// A day as the units file has it: four digits first, slashes or hyphens throughout, in years that both calendars have.
private func dayNumber(_ text: String) -> DayNumber? {
    let isSlashed = text.contains("/")
    let parts = text.split(separator: isSlashed ? "/" : "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1...].allSatisfy({ (1...2).contains($0.count) }),
        parts.allSatisfy({ $0.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ("۰"..."۹").contains($0) } }),
        let day = DayNumber(typed: text), (try? SolarHijriDate(day)) != nil
    else { return nil }
    return day
}

extension Form<LocalizedList> {
    /// A list of texts in each language.
    static let localizedList = Form.object(
        Keys(
            new: LocalizedList(),
            [
                Key("fa", .list(of: .text(.listed), new: ""), \.persian, about: "The texts in Persian."),
                Key("en", .list(of: .text(.listed), new: ""), \.english, about: "The texts in English."),
            ]))
}
