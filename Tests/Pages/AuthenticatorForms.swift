import Desk
import Portal

@testable import Pages

/// The pages around the authenticator app and the recovery codes.
extension EveryPage {
    /// Without digits, for those of an app's key are Latin on every page.
    static let key = Pages.OfferedKey(text: "ABCDEFGHABCDEFGHABCDEFGHABCDEFGH", host: hostile, account: hostile)

    var authenticatorForms: [(name: String, page: Page)] {
        var forms: [(name: String, page: Page)] = []
        for (field, fault) in [
            (StaffField.code, FieldFault.missing), (.code, .wrongAppCode), (.recovery, .missing),
            (.recovery, .wrongRecoveryCode),
        ] {
            forms.append(("second step \(field) \(fault)", pages.secondStep(problems: [.init(field, fault)])))
        }
        for fault in [FieldFault.missing, .wrongAppCode] {
            forms.append(("new app \(fault)", pages.addAuthenticator(Self.key, problems: [.init(.code, fault)])))
            forms.append(
                ("app \(fault)", pages.authenticator(recoveryCodesLeft: 9, problems: [.init(.code, fault)])))
        }
        forms.append(
            (
                "app, recovery",
                pages.authenticator(recoveryCodesLeft: 1, problems: [.init(.recovery, .wrongRecoveryCode)])
            ))
        if case .staff = pages.account {
            let problems: [FieldProblem<AuthenticatorField>] = [
                .init(.password, .wrongPresentPassword), .init(.code, .missing),
            ]
            forms.append(("new app, password", pages.addAuthenticator(Self.key, isRequired: true, problems: problems)))
        }
        if case .staff = pages.account {
            forms.append(("sessions, password", pages.openSessions(Self.sessions, fault: .wrongPresentPassword)))
        }
        return forms
    }

    static let sessions = [true, false, false].enumerated().map { index, isOwn in
        OpenSession(mark: "mark\(index)", started: 1_790_000_000, seen: 1_790_000_300, isOwn: isOwn)
    }

    var authenticatorPages: [(name: String, page: Page)] {
        [
            ("second step", pages.secondStep()), ("new app", pages.addAuthenticator(Self.key)),
            ("new app, after removal", pages.addAuthenticator(Self.key, notice: .authenticatorRemoved)),
            ("new app, required", pages.addAuthenticator(Self.key, isRequired: true)),
            ("app", pages.authenticator(recoveryCodesLeft: 10)),
            ("app, few codes", pages.authenticator(recoveryCodesLeft: 3)),
            ("stale login", pages.staleLogin()),
            ("recovery codes", pages.recoveryCodes(["0123456789012345", "5555444433332222"])),
            ("sessions", pages.openSessions(Self.sessions)),
            ("sessions, one", pages.openSessions(Array(Self.sessions.prefix(1)), isEnded: true)),
            ("stale login, sessions", pages.staleLogin(title: .sessionsTitle, lead: .sessionsLead)),
            ("account", pages.staffAccount(Self.reviewer, .off)),
            ("account with app", pages.staffAccount(Self.reviewer, .on(recoveryCodesLeft: 7))),
        ]
    }
}
