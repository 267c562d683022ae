import Portal
import Source

/// What `portal.json5` says.
struct PortalConfig: Sendable {
    var settings = PortalSettings()
    var home = "../.portal"
    var units = "units.json5"
    var texts = "texts"
    var pages = "pages"
    /// The theme's folder; nil for the built-in theme.
    var theme: String?
    var look = Look()
    var sounds = "sounds"
    var menu = MenuEntry.usual
    var sms = SMSConfig()
    var notices: [NoticeConfig] = []
    /// The same, with the places of their texts.
    private(set) var siteNotices: [SiteNotice] = []
    /// Old paths and where they lead.
    var redirects: [(name: String, value: String)] = []
    private(set) var siteRedirects: [SiteRedirect] = []
    /// Whom to tell of holes; nil where nobody is named.
    var security: SecurityContact?
    /// The file of passwords that nobody may choose; nil for none.
    var refusedPasswords: String?
    /// The keys of the file that are wrong: nothing that hangs on them is looked at.
    private(set) var wrong: Set<String> = []

    /// Reads the file; nil where it is not even JSON5. All mistakes are noted.
    static func read(_ path: String, noting noted: Noted) -> PortalConfig? {
        guard let document = document(path, noting: noted) else { return nil }
        noted.problems += document.problems
        var config = PortalConfig()
        let place = Place(document: document, noted: noted)
        config.wrong = keys.read(document.root, at: place, into: &config).wrong
        config.settings.sms = config.sms.gateway
        config.siteNotices = config.notices(in: document)
        config.siteRedirects = config.redirects(in: document)
        config.security = config.securityContact(in: document)
        return config
    }

    /// The languages of the pages; none where the file is wrong about them.
    var languages: [Language] { wrong.contains("languages") ? [] : settings.languages }
}

extension PortalSettings {
    /// Whether a text can be a portal's address: scheme, host, perhaps a port, and a slash.
    public static func isAddress(_ text: String) -> Bool {
        let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
        guard rest.count > 1, rest.last == "/" else { return false }
        return rest.dropLast().utf8.allSatisfy {
            isPathByte($0) && $0 != 0x2f || $0 == 0x3a || $0 == 0x5b || $0 == 0x5d
        }
    }
}

/// Letters, digits, `-`, `.`, `_` and `/`.
func isPathByte(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x41...0x5a).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2d || byte == 0x2e || byte == 0x5f || byte == 0x2f
}
