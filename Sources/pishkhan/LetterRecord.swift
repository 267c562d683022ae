import Desk

/// A letter as `pishkhan letters` prints it for programs.
struct LetterRecord: Encodable {
    /// When it was decided on, as `2026-11-23T09:30:05Z`.
    let decided: String?
    /// The documents; nil in a list.
    var documents: [Document]?
    /// The history, oldest first; nil in a list.
    var events: [AuditLine]?
    let id: Int
    let letterNumber: String?
    let mobile: String
    let reason: String?
    let registered: String
    let sender: String
    let senderKind: String
    let state: String
    let subject: String
    let trackingCode: String?
    let unit: String
    let unitTitle: String

    /// A document of a letter.
    struct Document: Encodable {
        let bytes: Int
        /// What `letters export` names the file.
        let file: String
        /// The name that the sender gave it.
        let name: String
        let number: Int
        let role: String

        init(_ document: LetterDocument) {
            bytes = document.bytes
            file = "\(document.number).\(document.kind.fileExtension)"
            name = document.name
            number = document.number
            role = document.role.rawValue
        }
    }

    init(_ letter: Letter) {
        id = letter.id
        mobile = letter.applicant.mobile.e164
        registered = utcText(letter.registered)
        sender = letter.sender
        senderKind = letter.senderKind.rawValue
        state = letter.state.name.rawValue
        subject = letter.subject
        unit = letter.unit
        unitTitle = letter.unitTitle
        switch letter.state {
        case .underReview: (decided, letterNumber, trackingCode, reason) = (nil, nil, nil, nil)
        case .accepted(let acceptance):
            (decided, reason) = (utcText(acceptance.at), nil)
            (letterNumber, trackingCode) = (acceptance.letterNumber, acceptance.trackingCode.digits)
        case .rejected(let rejection):
            (decided, reason) = (utcText(rejection.at), rejection.reason)
            (letterNumber, trackingCode) = (nil, nil)
        }
    }

    /// The columns of `letters list --csv`.
    static let columns: [(name: String, text: @Sendable (LetterRecord) -> String)] = [
        ("id", { String($0.id) }), ("registered", \.registered), ("state", \.state),
        ("letterNumber", { $0.letterNumber ?? "" }), ("trackingCode", { $0.trackingCode ?? "" }),
        ("decided", { $0.decided ?? "" }), ("unit", \.unit), ("unitTitle", \.unitTitle), ("senderKind", \.senderKind),
        ("sender", \.sender), ("subject", \.subject), ("reason", { $0.reason ?? "" }), ("mobile", \.mobile),
    ]

    /// What stands in them. Much of it was typed by strangers: what a spreadsheet would take for a formula gets an apostrophe
    /// before it (https://owasp.org/www-community/attacks/CSV_Injection).
    var cells: [String] {
        Self.columns.map { column in
            let text = column.text(self)
            let begins = text.unicodeScalars.first.map(Self.formulaBeginnings.contains) ?? false
            return begins ? "'" + text : text
        }
    }

    /// The signs with which a formula begins, and their wide forms.
    private static let formulaBeginnings = Set("=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
}
