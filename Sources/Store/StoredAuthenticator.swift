import Desk
import SQLite
import Secrets

/// What a row of `applicant` or `staff` says of the authenticator app.
struct StoredAuthenticator {
    /// The app's key, sealed for its place; empty where there is none.
    var sealed: [UInt8]
    /// The step of the code that was used last.
    var counter: Int
    var recoveryCodes: RecoveryCodes

    var isOn: Bool { !sealed.isEmpty }

    /// Of somebody who has no app, or of nobody.
    static let none = StoredAuthenticator(sealed: [], counter: 0, recoveryCodes: RecoveryCodes(bytes: []))

    static let columns = "authenticator, authenticatorCounter, recoveryCodes"

    init(sealed: [UInt8], counter: Int, recoveryCodes: RecoveryCodes) {
        self.sealed = sealed
        self.counter = counter
        self.recoveryCodes = recoveryCodes
    }

    /// From `columns`, of which the first is the one of that number.
    init(_ row: Row, from column: Int32 = 0) {
        self.init(
            sealed: row.bytes(column), counter: row.int(column + 1),
            recoveryCodes: RecoveryCodes(bytes: row.bytes(column + 2)))
    }
}

extension Session.Holder {
    /// To which row a sealed key belongs: copied to another, it does not open.
    var place: String {
        switch self {
        case .applicant(let applicant): Self.place(ofApplicant: applicant.id)
        case .staff(let member): Self.place(ofStaff: member.id)
        }
    }

    static func place(ofApplicant id: Int) -> String { "applicant \(id)" }
    static func place(ofStaff id: Int) -> String { "staff \(id)" }

    private var row: SQL {
        switch self {
        case .applicant(let applicant): "FROM applicant WHERE id = \(applicant.id)"
        case .staff(let member): "FROM staff WHERE id = \(member.id)"
        }
    }

    fileprivate var selection: SQL { row.following("SELECT \(StoredAuthenticator.columns) ") }
}

extension Store {
    func storedAuthenticator(of holder: Session.Holder) throws -> StoredAuthenticator {
        try database.first(holder.selection) { StoredAuthenticator($0) }
            ?? .none
    }

    /// Only within a transaction in which it was read.
    func save(_ stored: StoredAuthenticator, of holder: Session.Holder) throws {
        switch holder {
        case .applicant(let applicant):
            try database.run(
                """
                UPDATE applicant SET authenticator = \(stored.sealed), authenticatorCounter = \(stored.counter),
                    recoveryCodes = \(stored.recoveryCodes.bytes) WHERE id = \(applicant.id)
                """)
        case .staff(let member):
            try database.run(
                """
                UPDATE staff SET authenticator = \(stored.sealed), authenticatorCounter = \(stored.counter),
                    recoveryCodes = \(stored.recoveryCodes.bytes) WHERE id = \(member.id)
                """)
        }
    }

    /// Writes an event of somebody's own account; a citizen stands there by the last digits of the number.
    func addEvent(_ kind: Event.Kind, of holder: Session.Holder, now: Int) throws {
        switch holder {
        case .applicant(let applicant):
            try addEvent(kind, letter: nil, by: nil, text: applicant.mobile.shortened, now: now)
        case .staff(let member): try addEvent(kind, letter: nil, by: member, now: now)
        }
    }
}
