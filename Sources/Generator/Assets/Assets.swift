import Configuration
import Portal
import Secrets

/// The files under `/assets/`: each has a piece of its content's hash in its name, so browsers may keep it for ever.
struct Assets: Sendable {
    private static let style = "style.css"

    /// The published path of each file of the theme, by its own name.
    let paths: [String: String]
    /// What browsers check the theme's style sheets and scripts against, by their own names.
    let integrities: [String: String]
    /// The published path of each form of a unit, by its path as the units file has it.
    let forms: [String: String]
    /// The published path of the search's index in each language.
    let indexes: [Language: String]
    /// The published path of each picture of a page, by its path below the pages' folder.
    let pictures: [String: String]
    /// What is written.
    let files: [ReleaseFile]
    /// The pictures that stand for the portal, the smallest first, those without a size last.
    let icons: [WebManifest.Icon]

    init(_ site: Site, _ shown: PictureLinks, _ lists: UnitLists) {
        let theme = site.theme
        var files: [String: ReleaseFile] = [:]
        func publish(_ name: String, _ bytes: [UInt8]) -> String {
            let path = "assets/" + Self.hashed(name, bytes)
            // Two units may offer copies of one form.
            files[path] = ReleaseFile(path) { bytes }
            return "/" + path
        }
        var paths: [String: String] = [:]
        var integrities: [String: String] = [:]
        // The style sheet comes last, as it names the fonts.
        for asset in theme.assets.filter({ $0.name != Self.style }) + theme.assets.filter({ $0.name == Self.style }) {
            let fonts = asset.name == Self.style ? theme.fonts.map { fontFace($0, at: paths[$0.asset] ?? "") } : []
            let bytes = asset.bytes + fonts.joined().utf8
            paths[asset.name] = publish(asset.name, bytes)
            if [".css", ".js"].contains(where: asset.name.hasSuffix) {
                integrities[asset.name] = integrity(of: bytes)
            }
        }
        self.paths = paths
        self.integrities = integrities
        forms = Dictionary(uniqueKeysWithValues: site.forms.map { ($0, publish(Self.plain($0), $1)) })
        pictures = Dictionary(
            uniqueKeysWithValues: shown.paths.sorted().compactMap { path in
                site.pictures[path].map { (path, publish(Self.plain(path), $0.bytes)) }
            })
        var indexes: [Language: String] = [:]
        for language in site.settings.languages {
            guard let list = lists[language] else { continue }
            if let path = list.served?.index {
                files[path] = ReleaseFile(path, isServed: true) { list.index.value }
                indexes[language] = "/" + path
            } else {
                indexes[language] = publish(Self.indexName(language), list.index.value)
            }
        }
        self.indexes = indexes
        self.files = files.sorted { $0.key < $1.key }.map(\.value)
        icons = Self.icons(theme, paths)
    }

    /// The name of what the search reads in a language, before a hash stands in it.
    static func indexName(_ language: Language) -> String { "units-\(language.rawValue).json" }

    private static func hashed(_ name: String, _ bytes: [UInt8]) -> String {
        let hash = Hexadecimal.encode(ContentHash.of(bytes).prefix(6))
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return name[..<dot] + "." + hash + name[dot...]
    }

    /// A file's name as it can stand in an address everywhere; the link to a form gives it its own name back.
    private static func plain(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let stem = name[..<dot].filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return (stem.isEmpty ? "file" : stem) + name[dot...]
    }

    /// The theme's scripts.
    var scripts: [PublishedScript] {
        paths.filter { $0.key.hasSuffix(".js") }.sorted { $0.key < $1.key }.map { name, path in
            PublishedScript(name: name, path: path, integrity: integrities[name] ?? "")
        }
    }

    /// The path of the largest icon with pixels, which stands for the portal where others show a link to it; empty for
    /// none.
    var picture: String { icons.last { $0.type == "image/png" }?.src ?? "" }

    /// The organisation's logo, or else the theme's icons.
    private static func icons(_ theme: Theme, _ paths: [String: String]) -> [WebManifest.Icon] {
        let pictures = theme.assets.filter { asset in
            theme.logo.map { asset.name == $0 } ?? asset.name.hasPrefix("icon")
        }
        let sized = pictures.filter { $0.name.hasSuffix(".png") }
            .compactMap { asset in PictureSize(of: asset.bytes).map { (name: asset.name, size: $0) } }
            .sorted { ($0.size.width, $0.name) < ($1.size.width, $1.name) }
            .map { picture in
                WebManifest.Icon(
                    src: paths[picture.name] ?? "", sizes: "\(picture.size.width)x\(picture.size.height)",
                    type: "image/png")
            }
        let drawn = pictures.filter { $0.name.hasSuffix(".svg") }.map { picture in
            WebManifest.Icon(src: paths[picture.name] ?? "", sizes: "any", type: "image/svg+xml")
        }
        return sized + drawn
    }
}

/// The rule of a style sheet that loads a font; the theme names it `Portal`.
private func fontFace(_ font: ThemeFont, at path: String) -> String {
    let range = font.range.map { " unicode-range: \($0);" } ?? ""
    return """

        @font-face { font-family: Portal; font-weight: \(font.weight); font-display: swap;\(range)
          src: url("\(path)") format("woff2"); }

        """
}
