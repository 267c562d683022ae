import Desk
import JSON5
import Portal

/// `letters`: numbering, the reasons for rejections, and what becomes of macros.
struct LettersConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case numbering, rejectionReasons, wordMacros }

    let numbering: String
    let reasons: [LocalizedText]
    let wordMacros: PortalSettings.WordMacros

    init(reading object: ObjectReader<CodingKeys>) {
        numbering = object.value(.numbering, default: "{year}/{sequence}")
        reasons = object.list(.rejectionReasons, of: LocalizedConfig.self, default: []).map(\.text)
        wordMacros = object.choice(.wordMacros, default: .refused)
        do throws(LetterNumbering.Fault) {
            _ = try LetterNumbering(pattern: numbering)
        } catch {
            object.problem(at: .numbering, Self.sentence(error))
        }
    }

    private static func sentence(_ fault: LetterNumbering.Fault) -> String {
        switch fault {
        case .lacks(let placeholder): "the pattern lacks \(placeholder), expected something like \"{year}/{sequence}\""
        case .unknownPlaceholder(let found):
            "unknown placeholder \(found), expected {year}, {sequence}, {sequence:5} or {unit}"
        case .unclosedBrace: "a brace is not closed, expected }"
        case .repeatedUnit: "{unit} stands more than once, expected it once at most"
        case .undivided:
            "nothing parts {unit} from {sequence}, so two letters could get one number; "
                + "expected something that is no digit between them, as in \"{year}/{unit}/{sequence}\""
        }
    }
}

/// `login`.
struct LoginConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case securityCode }

    let securityCode: PortalSettings.SecurityCode

    init(reading object: ObjectReader<CodingKeys>) {
        securityCode = object.choice(.securityCode, default: .image)
    }
}

/// `mobile`: how numbers of the portal's country are written.
struct MobileConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case countryCode, trunkPrefix, leadingDigits, digits }

    let plan: MobileNumber.Plan

    init(reading object: ObjectReader<CodingKeys>) {
        let iran = MobileNumber.Plan.iran
        plan = MobileNumber.Plan(
            countryCode: object.value(.countryCode, default: iran.countryCode),
            trunkPrefix: object.value(.trunkPrefix, default: iran.trunkPrefix),
            leadingDigits: object.value(.leadingDigits, default: iran.leadingDigits),
            digits: object.value(.digits, default: iran.digits))
        let texts: [(CodingKeys, String)] = [
            (.countryCode, plan.countryCode), (.trunkPrefix, plan.trunkPrefix), (.leadingDigits, plan.leadingDigits),
        ]
        for (key, text) in texts {
            object.check(key, "must be digits, expected a text such as \"98\"") {
                text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
        }
        object.check(.digits, "must be between 6 and 12") { (6...12).contains(plan.digits) }
    }
}

extension ObjectReader {
    /// One of a few words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: Key, default fallback: Choice) -> Choice
    where Choice.RawValue == String {
        guard has(key) else { return fallback }
        let word: String = value(key, default: fallback.rawValue)
        if let choice = Choice(rawValue: word) { return choice }
        let words = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
        problem(at: key, "\"\(word)\" is not known, expected \(words)")
        return fallback
    }
}
