import FoundationEssentials

/// What search engines are told about who runs the portal (https://schema.org/Organization), as JSON-LD.
struct OrganisationFacts: Encodable {
    let name: String
    let url: String
    let logo: String?

    private enum CodingKeys: String, CodingKey {
        case name, url, logo
        case context = "@context"
        case type = "@type"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("https://schema.org", forKey: .context)
        try container.encode("Organization", forKey: .type)
        try container.encode(name, forKey: .name)
        try container.encode(url, forKey: .url)
        try container.encodeIfPresent(logo, forKey: .logo)
    }

    /// The same in one line that may stand in a `script` element: "<" is written as an escape, so that no text can end it.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(self)).map(Array.init) ?? []
        return bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003C".utf8) : [$0] }
    }
}
