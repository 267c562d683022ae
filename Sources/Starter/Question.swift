import Portal

/// One thing that is asked about a new portal, by an option or on a terminal.
public struct Question: Sendable {
    /// The option that answers it, such as `--address`.
    public let option: String
    /// What stands for the answer in the help, such as `URL`.
    public let value: String
    /// What is asked, without a mark at its end.
    public let words: String
    /// Whether it is asked on a terminal.
    public let isAsked: @Sendable (NewPortal) -> Bool
    /// The answer that holds as long as there is no other.
    public let current: @Sendable (NewPortal) -> String
    /// Takes an answer over.
    public let take: @Sendable (String, inout NewPortal) throws(AnswerFault) -> Void

    /// All, in the order in which they are asked: at most six of them.
    public static let all: [Question] =
        [languages] + Language.allCases.map { organisation($0) } + [address, phone, sms]
        + Language.allCases.map { name($0) }

    private static let languages = Question(
        option: "--languages", value: "LIST",
        words: "Languages of the pages, the main one first: fa,en or en,fa, fa or en",
        isAsked: { _ in true }, current: { $0.languages.map(\.rawValue).joined(separator: ",") }
    ) { answer, portal throws(AnswerFault) in portal.languages = try readLanguages(answer) }

    private static func organisation(_ language: Language) -> Question {
        Question(
            option: "--organisation-\(language.rawValue)", value: "NAME",
            words: "The organisation's name in \(language.englishName)",
            isAsked: { $0.languages.contains(language) }, current: { $0.organisation[language] }
        ) { answer, portal throws(AnswerFault) in portal.organisation[language] = try readName(answer) }
    }

    private static let address = Question(
        option: "--address", value: "URL", words: "The portal's public address; the default is for trying it here",
        isAsked: { _ in true }, current: \.address
    ) { answer, portal throws(AnswerFault) in portal.address = try readAddress(answer) }

    private static let phone = Question(
        option: "--phone", value: "NUMBER", words: "The telephone number for those who need help",
        isAsked: { _ in true }, current: \.phone
    ) { answer, portal throws(AnswerFault) in portal.phone = try readPhone(answer) }

    private static let sms = Question(
        option: "--sms", value: "GATEWAY",
        words:
            "How text messages leave: \(SMSChoice.all.map(\.name).joined(separator: ", ")); log is a file, for trying",
        isAsked: { _ in true }, current: \.sms.name
    ) { answer, portal throws(AnswerFault) in portal.sms = try readSMSChoice(answer) }

    private static func name(_ language: Language) -> Question {
        Question(
            option: "--name-\(language.rawValue)", value: "NAME", words: "The portal's name in \(language.englishName)",
            isAsked: { _ in false }, current: { $0.name[language] }
        ) { answer, portal throws(AnswerFault) in portal.name[language] = try readName(answer) }
    }
}

extension Language {
    fileprivate var englishName: String { self == .persian ? "Persian" : "English" }
}
