import Desk
import Portal
import Source

extension PortalConfig {
    /// `login`.
    static let loginKeys = Keys(
        new: PortalSettings(),
        [
            Key(
                "securityCode", .choice(about), \.securityCode,
                about: "How citizens prove that they are people before a code is sent, which costs money.")
        ])

    /// `staff`.
    static let staffKeys = Keys(
        new: PortalConfig(),
        [
            Key(
                "secondFactor", .choice(about), \.settings.staffSecondFactor,
                about: """
                    Whether reviewers, clerks and administrators must log in with an authenticator app besides the \
                    password.
                    """),
            Key(
                "networks", .list(of: .text(.network), new: ""), \.settings.staffNetworks,
                about: """
                    The networks from which the staff's pages can be reached; from elsewhere they are not there. Empty for \
                    everywhere.
                    """),
            Key(
                "refusedPasswords", .optional(.text(.path), new: ""), \.refusedPasswords,
                about: """
                    A file of passwords that were found where others have been broken into, which nobody of the staff may \
                    choose: one a line, or the SHA-1 of each as Have I Been Pwned publishes them. Without this key there is \
                    none.
                    """),
        ])

    /// `mobile`.
    static let mobileKeys = Keys(
        new: MobileNumber.Plan.iran,
        [
            Key(
                "countryCode", .text(.digits), \.countryCode,
                about: "The country calling code, without a plus sign."),
            Key(
                "trunkPrefix", .text(.digits), \.trunkPrefix,
                about: "What is dialled in front of the number inside the country; empty for nothing."),
            Key(
                "leadingDigits", .text(.digits), \.leadingDigits,
                about: "What every mobile number begins with, after the trunk prefix; empty for anything."),
            Key(
                "digits", .number(6...12, .digits), \.digits,
                about: "How many digits a number has after the country code."),
        ])

    /// `proxy`.
    static let proxyKeys = Keys(
        new: ProxySettings(),
        [
            Key(
                "addresses", .list(of: .text(.network), new: "", atLeast: 1), \.addresses, isRequired: true,
                about: """
                    The addresses from which the proxies ask. To them alone it is believed whom they write into \
                    X-Forwarded-For: limits by address and staff.networks go by it.
                    """),
            Key(
                "endsTLS", .boolean, \.endsTLS,
                about: """
                    Whether the proxy asks the web server in plain HTTP where the address is https; pishkhan server-config \
                    prints its configuration so.
                    """),
        ])

    /// `scanner`.
    static let scannerKeys = Keys(
        new: ScannerSettings(),
        [
            Key(
                "socket", .text(.socket), \.socket, isRequired: true,
                about: """
                    The path of clamd's Unix socket. The web server's user must be allowed to use it. clamd's \
                    StreamMaxLength must be larger than limits.fileBytes.
                    """),
            Key(
                "whenDown", .choice(about), \.whenDown,
                about: "What happens to a letter while the scanner gives no verdict."),
            // Web servers give a CGI program up after 60 seconds, if nothing else is said.
            Key(
                "timeout", .number(1...50, .seconds), \.timeout,
                about: "How long all documents of a letter together may take."),
        ])

    private static func about(_ code: PortalSettings.SecurityCode) -> String {
        switch code {
        case .image: "digits in a picture or read aloud; where scripts run, a computation by the browser in their place"
        case .none: "nothing: for closed networks and tests only"
        }
    }

    private static func about(_ factor: PortalSettings.SecondFactor) -> String {
        switch factor {
        case .required: "all must"
        case .requiredWithHTTPS:
            "all must where the address is https, so that a portal on your own machine does without"
        case .optional: "everybody may"
        }
    }

    private static func about(_ answer: WhenScannerIsDown) -> String {
        switch answer {
        case .quarantine: "it is registered, and the staff see it once pishkhan work has had it scanned"
        case .refuse: "the citizen is asked to send it again later"
        }
    }
}

extension TextRule {
    /// The path of a Unix socket: sun_path has 108 bytes with the zero at its end (unix(7)).
    static let socket = TextRule(
        expected: "the absolute path of clamd's socket, at most 107 bytes", pattern: "^/[^\\u0000]*$",
        example: "/run/clamav/clamd.ctl"
    ) { $0.hasPrefix("/") && $0.utf8.count <= 107 && !$0.utf8.contains(0) }

    /// A network in CIDR notation, or one address.
    static let network = TextRule(
        expected: "something like \"192.168.0.0/16\", \"2001:db8::/32\" or one address",
        pattern: "^[0-9A-Fa-f.:]+(/[0-9]+)?$",
        example: "192.168.0.0/16"
    ) { text in
        do throws(Network.Fault) {
            _ = try Network(text)
            return nil
        } catch {
            return switch error {
            case .notAnAddress:
                ("\"\(text)\" is no network", "something like \"192.168.0.0/16\", \"2001:db8::/32\" or one address")
            case .badPrefix(let most):
                ("\"\(text)\" has a wrong number after the slash", "a number from 0 to \(most)")
            case .bitsBeyondPrefix:
                (
                    "\"\(text)\" has bits set beyond its prefix",
                    "the first address of the network, or a longer prefix"
                )
            }
        }
    }
}
