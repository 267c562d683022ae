import Desk
import Persian
import Portal
import Store

/// The messages that citizens get, in the language in which they act, and those to units.
public struct Notices {
    private let portal: PortalSnapshot
    private let settings: PortalSettings

    /// The messages of a portal.
    public init(portal: PortalSnapshot, settings: PortalSettings) {
        self.portal = portal
        self.settings = settings
    }

    /// The one-time code. The last line binds it to this portal's host, so that phones fill it in here only.
    public func code(_ code: String, to mobile: MobileNumber, in language: Language, expires: Int) throws -> Message {
        let texts = try portal.texts(language)
        let text = texts(.smsCode, ["portal": settings.name[language], "code": code])
        return Message(
            kind: .code, to: mobile, text: "\(text)\n\n@\(settings.host) #\(code)", arguments: ["code": code],
            expires: expires)
    }

    /// The letter is registered under review.
    public func registered(_ letter: Letter) throws -> Message { try message(.registered, .smsRegistered, letter) }

    /// The letter is accepted: the citizen gets its numbers, and each number of the unit a hint.
    public func accepted(_ letter: Letter, _ acceptance: Acceptance) throws -> [Message] {
        [try numbers(letter, acceptance)] + (try arrivals(letter, acceptance))
    }

    /// The numbers that the citizen gets.
    public func numbers(_ letter: Letter, _ acceptance: Acceptance) throws -> Message {
        try message(
            .accepted, .smsAccepted, letter,
            [
                "number": acceptance.letterNumber, "tracking": acceptance.trackingCode.digits,
                "date": try date(acceptance.at, letter),
            ])
    }

    /// The hints to the unit that the letter belongs to now.
    private func arrivals(_ letter: Letter, _ acceptance: Acceptance) throws -> [Message] {
        guard let unit = try portal.unit(try portal.replacements().present(letter.unit)), !unit.notify.isEmpty else {
            return []
        }
        var told: Set<MobileNumber> = []
        return try unit.notify.compactMap { MobileNumber(typed: $0, plan: settings.mobilePlan) }
            .filter { told.insert($0).inserted }
            .map { try arrival(acceptance, at: unit.title, to: $0) }
    }

    /// What a number of a unit is told, in the portal's main language: nothing of what the letter says, for it may be that of a
    /// private telephone.
    public func arrival(_ acceptance: Acceptance, at unit: LocalizedText, to mobile: MobileNumber) throws -> Message {
        let language = settings.languages.first ?? .persian
        let arguments = ["number": acceptance.letterNumber, "unit": unit[language]]
        var shown = arguments
        if language == .persian { shown["number"] = persianDigits(acceptance.letterNumber) }
        shown["portal"] = settings.name[language]
        return Message(
            kind: .arrived, to: mobile, text: try portal.texts(language).filled(.smsArrived) { shown[$0] },
            arguments: arguments)
    }

    /// The letter is rejected, with the reason.
    public func rejected(_ letter: Letter, _ rejection: Rejection) throws -> Message {
        try message(
            .rejected, .smsRejected, letter, ["date": try date(rejection.at, letter), "reason": rejection.reason])
    }

    /// The unit has recorded a status.
    public func status(_ letter: Letter) throws -> Message {
        try message(.status, .smsStatus, letter, number(of: letter))
    }

    /// The unit has replied.
    public func replied(_ letter: Letter) throws -> Message {
        try message(.replied, .smsReplied, letter, number(of: letter))
    }

    /// The reason by which the system rejects a letter in whose documents malware was found later.
    public func malwareReason(_ letter: Letter, documents: [LetterDocument]) throws -> String {
        let language = language(of: letter)
        let quoted = documents.map { language == .persian ? "«\($0.name)»" : "“\($0.name)”" }
        return try portal.texts(language)(.rejectedMalware, ["names": quoted.joined(separator: " ")])
    }

    private func number(of letter: Letter) -> [String: String] {
        guard case .accepted(let acceptance) = letter.state else { return ["number": String(letter.id)] }
        return ["number": acceptance.letterNumber]
    }

    private func message(
        _ kind: Message.Kind, _ key: Text, _ letter: Letter, _ values: [String: String] = [:]
    ) throws -> Message {
        let language = language(of: letter)
        let arguments = values.merging(["id": String(letter.id)]) { value, _ in value }
        var shown = language == .persian ? arguments.mapValues(persianDigits) : arguments
        shown["portal"] = settings.name[language]
        return Message(
            kind: kind, to: letter.applicant.mobile, text: try portal.texts(language).filled(key) { shown[$0] },
            arguments: arguments)
    }

    private func date(_ seconds: Int, _ letter: Letter) throws -> String {
        try portal.texts(language(of: letter)).date(seconds, offset: settings.utcOffset)
    }

    private func language(of letter: Letter) -> Language {
        Language(rawValue: letter.language).flatMap { settings.languages.contains($0) ? $0 : nil }
            ?? settings.languages.first ?? .persian
    }
}
