import Desk
import Portal
import QRCode

/// The fields of the authenticator page's forms.
public enum AuthenticatorField: String, Sendable {
    case password, code, recovery
}

extension Pages {
    /// A key that is offered to an app.
    public struct OfferedKey: Sendable {
        /// As people type it: Base32.
        public let text: String
        /// As apps take it: an `otpauth:` address.
        public let address: String

        /// A key.
        ///
        /// - Parameters:
        ///   - host: the portal's, which apps show; Latin letters only, for some apps misread others.
        ///   - account: whose key it is: the account's name or the mobile number.
        public init(text: String, host: String, account: String) {
            self.text = text
            let (host, account) = (Self.escaped(host), Self.escaped(account))
            address = "otpauth://totp/\(host):\(account)?secret=\(text)&issuer=\(host)"
        }

        /// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
        private static func escaped(_ text: String) -> String {
            text.utf8.map { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
                    return String(Unicode.Scalar(byte))
                default:
                    let hexadecimal = String(byte, radix: 16, uppercase: true)
                    return (byte < 16 ? "%0" : "%") + hexadecimal
                }
            }.joined()
        }
    }

    /// The way to an authenticator app: a key to scan or to type, and the first code.
    ///
    /// - Parameter isRequired: whether nothing else is possible before.
    public func addAuthenticator(
        _ key: OfferedKey, isRequired: Bool = false, problems: [FieldProblem<AuthenticatorField>] = [],
        notice: Text? = nil
    ) -> Page {
        let errors = authenticatorErrors(problems)
        return Page(
            title: texts(.authenticatorTitle),
            main: """
                \(errorSummary(errors))\
                \(notice.map { "<div class=\"notice success\" role=\"status\"><p>\(texts($0))</p></div>\n" })\
                \(if: isRequired, "<div class=\"notice\"><p>\(texts(.authenticatorRequired))</p></div>\n")\
                <h1>\(texts(.authenticatorTitle))</h1>
                <p class="lead">\(texts(isStaff ? .authenticatorStaffLead : .authenticatorLead))</p>
                <p>\(texts(.authenticatorScan))</p>
                \(qrPicture(of: key.address, alternative: .authenticatorPicture))\
                <p><a href="\(key.address)">\(texts(.authenticatorOpen))</a></p>
                <p>\(texts(.authenticatorKey)) <bdi class="key" dir="ltr">\(grouped(key.text))</bdi></p>
                \(postForm(to: authenticatorPath, """
                    \(if: isStaff, passwordField("password", .passwordPresentLabel, "current-password", errors))\
                    \(appCodeField(error: sentence(of: "code", in: errors)))\
                    <div class="actions"><button class="button">\(texts(.authenticatorAdd))</button></div>

                    """))
                """,
            hasErrors: !errors.isEmpty)
    }

    /// What somebody with an app may do: make new recovery codes, or remove it.
    public func authenticator(
        recoveryCodesLeft left: Int, problems: [FieldProblem<AuthenticatorField>] = []
    ) -> Page {
        let errors = authenticatorErrors(problems)
        let isFew = left <= Authenticator.fewCodes
        return Page(
            title: texts(.authenticatorTitle),
            main: """
                \(errorSummary(errors))\
                <h1>\(texts(.authenticatorTitle))</h1>
                <div class="notice\(if: isFew, " warning")"><p>\(texts(.authenticatorOn)) \
                \(texts(.recoveryLeft, ["count": count(left)]))\(if: isFew, " \(texts(.recoveryFew))")</p></div>
                \(postForm(to: authenticatorPath + "/recovery", """
                    \(if: isStaff, passwordField("password", .passwordPresentLabel, "current-password", errors))\
                    \(appCodeField(error: sentence(of: "code", in: errors)))\
                    \(recoveryField(isStaff ? .recoveryLostStaffText : .recoveryLostText, errors))\
                    <h2>\(texts(.recoveryRenewTitle))</h2><p>\(texts(.recoveryRenewText))</p>
                    <div class="actions"><button class="button">\(texts(.recoveryRenewButton))</button></div>
                    <h2>\(texts(.authenticatorRemoveTitle))</h2>
                    <p>\(texts(isStaff ? .authenticatorRemoveStaffText : .authenticatorRemoveText))</p>
                    <div class="actions"><button class="button secondary" formaction="\(authenticatorPath)/remove">\
                    \(texts(.authenticatorRemoveButton))</button></div>

                    """))
                """,
            hasErrors: !errors.isEmpty)
    }

    private func recoveryField(_ text: Text, _ errors: [(field: String, sentence: String)]) -> HTML {
        let error = sentence(of: "recovery", in: errors)
        return lostApp(isOpen: error != nil, "<p>\(texts(text))</p>\n\(recoveryField(error: error))")
    }

    /// For whom a change of the login needs a new login first.
    public func staleLogin(title: Text = .authenticatorTitle, lead: Text = .authenticatorLead) -> Page {
        Page(
            title: texts(title),
            main: """
                <h1>\(texts(title))</h1>
                <p class="lead">\(texts(lead))</p>
                <p>\(texts(.authenticatorStale))</p>
                <div class="actions"><a class="button" href="\(paths.login)">\(texts(.signInAgain))</a>\
                <a class="button secondary" href="\(paths.desk)">\(texts(.backToDesk))</a></div>

                """)
    }

    private var isStaff: Bool { if case .staff = account { true } else { false } }

    private var authenticatorPath: String { paths.dynamic(isStaff ? "/staff/authenticator" : "/authenticator") }

    /// In groups of four, as people read them from one screen and type them on another.
    private func grouped(_ text: String) -> String { Self.groups(of: text).joined(separator: " ") }

    static func groups(of text: String) -> [String] {
        var rest = text[...]
        var groups: [String] = []
        while !rest.isEmpty {
            groups.append(String(rest.prefix(4)))
            rest = rest.dropFirst(4)
        }
        return groups
    }

    private func authenticatorErrors(
        _ problems: [FieldProblem<AuthenticatorField>]
    ) -> [(field: String, sentence: String)] {
        problems.map { problem in
            let label: Text =
                switch problem.field {
                case .password: .passwordPresentLabel
                case .code: .appCodeLabel
                case .recovery: .recoveryLabel
                }
            return (problem.field.rawValue, sentence(problem.fault, label: label))
        }
    }
}
