import Desk
import Documents

/// What the config says, as both executables read it.
public struct PortalSettings: Equatable, Sendable {
    /// How citizens prove that they are people before a code is sent.
    public enum SecurityCode: String, CaseIterable, Sendable {
        /// An image of digits.
        case image
        /// Nothing: for closed networks and tests.
        case none
    }

    /// Whether the staff must add an authenticator app to log in.
    public enum SecondFactor: String, CaseIterable, Sendable {
        /// All must.
        case required
        /// All must where the portal's address is https; a portal that is only tried, over plain HTTP, does without.
        case requiredWithHTTPS
        /// Everybody may.
        case optional
    }

    /// What becomes of Word 97–2003 files that hold programs.
    public enum WordMacros: String, CaseIterable, Sendable {
        /// They are refused.
        case refused
        /// They are taken like others.
        case accepted
    }

    /// What happens where the kernel cannot put the whole sandbox in force.
    public enum SandboxPolicy: String, CaseIterable, Sendable {
        /// The portal answers 503 until it can.
        case required
        /// The portal runs with what there is, and the log says in each line what is missing.
        case available
    }

    /// The portal's own name.
    public var name = LocalizedText()
    /// The organisation that runs it.
    public var organisation = LocalizedText()
    /// The public address, with scheme and a slash at the end.
    public var address = ""
    /// The languages of the pages; the first is the one without a prefix in its addresses.
    public var languages: [Language] = [.persian, .english]
    /// Where the web server mounts the CGI.
    public var cgiPath = "/cgi-bin/pishkhan"
    /// Seconds by which local time is ahead of UTC.
    public var utcOffset = 12_600
    /// How mobile numbers are written.
    public var mobilePlan = MobileNumber.Plan.iran
    /// The pattern of letter numbers.
    public var numbering = "{year}/{sequence}"
    /// See `SecurityCode`.
    public var securityCode = SecurityCode.image
    /// See `SecondFactor`.
    public var staffSecondFactor = SecondFactor.requiredWithHTTPS
    /// The networks from which the staff's pages can be reached, in CIDR notation; empty for everywhere.
    public var staffNetworks: [String] = []
    /// The theme's scripts; the build says it, not the config.
    public var scripts: [PublishedScript] = []
    /// The path of a picture that stands for the portal; empty for none. The build says it, not the config.
    public var picture = ""
    /// The notices on top of every page; the build makes them from the site's.
    public var notices: [PortalNotice] = []
    /// The reasons that a reviewer can choose from.
    public var rejectionReasons: [LocalizedText] = []
    /// See `WordMacros`.
    public var wordMacros = WordMacros.refused
    /// See `SandboxPolicy`.
    public var sandbox = SandboxPolicy.available
    /// See `Limits`.
    public var limits = Limits()
    /// How messages leave.
    public var sms = SMSGateway.log
    /// See `ScannerSettings`.
    public var scanner = ScannerSettings()
    /// See `ProxySettings`.
    public var proxy = ProxySettings()

    /// Settings with the defaults.
    public init() {}

    /// The host that one-time codes are bound to, with its port where the address has one.
    public var host: String {
        let parts = originParts
        return parts.count < 2 ? address : String(parts[1])
    }

    /// The words of the portal's and the organisation's names and of the host, which are no secret to anybody.
    public var ownWords: [String] {
        let texts = [name, organisation].flatMap { [$0.persian, $0.english] } + [host]
        return texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    }

    /// Scheme and host, as browsers send them in `Origin`.
    public var origin: String {
        let parts = originParts
        return parts.count < 2 ? address : "\(parts[0])//\(parts[1])"
    }

    /// The scheme with its colon, the host, and the rest of the address.
    private var originParts: [Substring] { address.split(separator: "/", maxSplits: 2) }

    /// Whether a member of the staff without an authenticator app must add one before anything else.
    public var requiresSecondFactor: Bool {
        switch staffSecondFactor {
        case .required: true
        case .requiredWithHTTPS: isSecure
        case .optional: false
        }
    }

    /// What an uploaded document may be.
    public var documentLimits: DocumentLimits {
        var documents = DocumentLimits()
        documents.pixels = limits.imagePixels
        documents.parts = limits.packageParts
        documents.unpackedBytes = limits.packageBytes
        documents.takesMacros = wordMacros == .accepted
        return documents
    }

    /// Whether citizens come over TLS, so that cookies are `Secure`.
    public var isSecure: Bool { address.hasPrefix("https://") }

    /// Whether the web server itself speaks TLS: where citizens come over it, unless a proxy in front does.
    public var serverSpeaksTLS: Bool { isSecure && (proxy.addresses.isEmpty || !proxy.endsTLS) }
}

extension String {
    /// The first place where `other` stands. The standard library's own needs its regular-expression module.
    fileprivate func firstRange(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}
