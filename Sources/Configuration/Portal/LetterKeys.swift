import Desk
import Portal
import Source

extension PortalConfig {
    /// `letters`.
    static let letterKeys = Keys(
        new: PortalSettings(),
        [
            Key(
                "numbering", .text(.numbering), \.numbering,
                about: """
                    The pattern of letter numbers: {year}, {sequence} (from 1 in each year, without a gap), {sequence:5} \
                    (with zeros before it, five digits), {unit} (the unit's id).
                    """),
            Key(
                "rejectionReasons", .list(of: .localized, new: LocalizedText()), \.rejectionReasons,
                about: """
                    The reasons that a reviewer can choose from when rejecting a letter. A reason of one's own can always \
                    be written. The citizen reads it, so say what to do.
                    """),
            Key(
                "wordMacros", .choice(about), \.wordMacros,
                about: """
                    What becomes of Word 97-2003 files that hold macros. Newer Word files with macros are always refused.
                    """),
        ])

    private static func about(_ macros: PortalSettings.WordMacros) -> String {
        switch macros {
        case .refused: "they are refused, and the citizen is told how to send them without"
        case .accepted: "they are taken like others"
        }
    }
}

extension TextRule {
    /// The pattern of letter numbers.
    static let numbering = TextRule(
        expected: "a pattern with {year} and {sequence}",
        pattern: #"\{year\}.*\{sequence(:[0-9]+)?\}|\{sequence(:[0-9]+)?\}.*\{year\}"#,
        example: "{year}/{sequence}"
    ) { text in
        do throws(LetterNumbering.Fault) {
            _ = try LetterNumbering(pattern: text)
            return nil
        } catch {
            return refusal(error)
        }
    }

    private static func refusal(_ fault: LetterNumbering.Fault) -> Refusal {
        switch fault {
        case .lacks(let placeholder):
            ("the pattern lacks \(placeholder)", "something like \"{year}/{sequence}\"")
        case .unknownPlaceholder(let found):
            ("unknown placeholder \(found)", "{year}, {sequence}, {sequence:5} or {unit}")
        case .unclosedBrace: ("a brace is not closed", "}")
        case .repeatedUnit: ("{unit} stands more than once", "it once at most")
        case .undivided:
            (
                "nothing parts {unit} from {sequence}, so two letters could get one number",
                "something that is no digit between them, as in \"{year}/{unit}/{sequence}\""
            )
        }
    }
}
