import Desk
import Documents
import Persian
import Portal

@testable import Pages

/// What somebody might type who wishes us no good; it has all five characters that are escaped.
let hostile = "<script>\"'&</h1>"

/// Every page in every state, made of hostile words: catalogue, settings, units, letters and typed values.
struct EveryPage {
    let pages: Pages

    static let shell: PageShell = {
        let pieces: [[UInt8]] = [
            Array("<!DOCTYPE html><html><head><title>".utf8), PageShell.open(.title), Array("</title>".utf8),
            PageShell.open(.head), Array("</head><body>".utf8), PageShell.open(.languages), PageShell.open(.account),
            Array("<main id=\"main\">".utf8), PageShell.open(.main), Array("</main></body></html>".utf8),
        ]
        return PageShell(text: Array(pieces.joined()))
    }()

    static let reviewer = StaffMember(id: 1, name: hostile, role: .reviewer, units: [], mustChangePassword: false)
    static let clerk = StaffMember(id: 2, name: hostile, role: .clerk, units: ["b"], mustChangePassword: false)
    static let administrator = StaffMember(
        id: 3, name: hostile, role: .administrator, units: [], mustChangePassword: false)
    static let mobile = MobileNumber(stored: "+989123456789")

    static let states: [ReviewState] = [
        .underReview,
        .accepted(
            Acceptance(letterNumber: "1405/17", trackingCode: TrackingCode(stored: "0000005724"), at: 1_790_000_000)),
        .rejected(Rejection(reason: hostile, at: 1_790_000_000)),
    ]

    static let units: [PortalUnit] = ["a", "b", "c", "d"].map { id in
        var unit = PortalUnit(id: id, title: LocalizedText(persian: hostile + id, english: hostile + id))
        unit.parent = id == "a" ? nil : "a"
        unit.takesLetters = id != "a"
        unit.isOpen = id != "c"
        guard id == "b" else { return unit }
        unit.published.guidance = LocalizedMarkup(persian: Array("<p>x</p>\n".utf8), english: Array("<p>x</p>\n".utf8))
        unit.published.form = "/assets/form.pdf"
        unit.form = "forms/\(hostile).pdf"
        unit.aliases = [hostile]
        unit.requiredAttachments = LocalizedList(persian: [hostile, hostile], english: [hostile, hostile])
        unit.opens = today
        unit.closes = today
        unit.workingDays = 10
        unit.phone = "030-5555-0175"
        unit.email = hostile
        unit.address = LocalizedText(persian: hostile, english: hostile)
        unit.hours = unit.address
        return unit
    }

    static let replaced = PortalUnit(id: "old", title: LocalizedText(persian: hostile, english: hostile))
    static let today = DayNumber(20_780)

    /// - Parameter words: the text of a key; by default its name between hostile signs, with its placeholders.
    init(_ language: Language, account: Pages.Account? = nil, words: (Text) -> String = Self.hostileWords) {
        var settings = PortalSettings()
        settings.name = LocalizedText(persian: hostile, english: hostile)
        settings.organisation = settings.name
        settings.scripts = [PublishedScript(name: "login.js", path: hostile, integrity: hostile)]
        settings.rejectionReasons = [LocalizedText(persian: hostile, english: hostile)]
        pages = Pages(
            settings: settings, texts: Texts(language: language, table: StringTable(Text.allCases.map(words))),
            account: account,
            formToken: "token\"", otherLanguages: [(language == .persian ? .english : .persian, "/other/?a=1&b=2")],
            showing: .at(1_790_000_000), requestNumber: "4821-0937-5526")
    }

    static func hostileWords(_ key: Text) -> String {
        "«\(key.name)» <b>'&\"\(key.placeholders.sorted().map { " {\($0)}" }.joined())"
    }

    func letter(_ state: ReviewState, _ id: Int = 4_711) -> Letter {
        Letter(
            id: id, applicant: Applicant(id: 1, mobile: Self.mobile), sender: hostile, senderKind: .company, unit: "b",
            unitTitle: hostile,
            subject: hostile, registered: 1_790_000_000, state: state, language: "fa")
    }

    static let code = VerificationCode(beginningOf: [UInt8](repeating: 0x5a, count: VerificationCode.length))

    /// What is told of a letter in a state.
    func attestation(_ state: ReviewState) -> LetterAttestation {
        let told: LetterAttestation.State =
            switch state {
            case .underReview: .underReview
            case .accepted(let acceptance): .accepted(letterNumber: acceptance.letterNumber, at: acceptance.at)
            case .rejected(let rejection): .rejected(at: rejection.at)
            }
        return LetterAttestation(id: 4_711, registered: 1_790_000_000, state: told)
    }

    let documents: [LetterDocument] = [
        LetterDocument(
            number: 1, role: .letter, kind: .pdf, name: hostile, bytes: 1_500_000, path: "x", photographs: 3),
        LetterDocument(number: 2, role: .attachment, kind: .docx, name: hostile, bytes: 10, path: "x"),
        LetterDocument(number: 3, role: .reply, kind: .jpeg, name: hostile, bytes: 2_000, path: "x"),
    ]

    var events: [Event] {
        Event.Kind.allCases.enumerated().map { index, kind in
            Event(
                id: index + 1, letter: index % 2 == 0 ? 4_711 : nil, at: 1_790_000_000, kind: kind,
                staff: index % 3 == 0 ? nil : hostile, text: hostile, document: 3)
        }
    }
}
