import FoundationEssentials
import Portal

/// What a phone needs to put the portal among its apps (https://www.w3.org/TR/appmanifest/).
struct WebManifest: Encodable {
    /// A picture that stands for the portal.
    struct Icon: Encodable, Equatable {
        let src: String
        /// `192x192`, or `any` for one that has no size.
        let sizes: String
        let type: String
    }

    private let name: String
    private let short_name: String
    private let lang: String
    private let dir: String
    private let id: String
    private let start_url: String
    private let scope = "/"
    // People who type codes must see at whose address they do.
    private let display = "minimal-ui"
    private let icons: [Icon]

    private enum CodingKeys: CodingKey {
        case name, short_name, lang, dir, id, start_url, scope, display, icons
    }

    /// The manifest in a language.
    init(_ settings: PortalSettings, _ language: Language, icons: [Icon]) {
        let home = PortalPaths(settings: settings, language: language).home
        name = "\(settings.name[language]) – \(settings.organisation[language])"
        short_name = settings.name[language]
        lang = language.rawValue
        dir = language.direction
        id = home
        start_url = home
        self.icons = icons
    }

    /// The file.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map(Array.init) ?? []) + [0x0a]
    }
}
