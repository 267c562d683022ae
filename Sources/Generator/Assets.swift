import Configuration
import Portal
import Secrets

/// The files under `/assets/`: each has a piece of its content's hash in its name, so browsers may keep it for ever.
struct Assets: Sendable {
    /// The published path of each file of the theme, by its own name.
    let paths: [String: String]
    /// The published path of each form of a unit, by its path as the units file has it.
    let forms: [String: String]
    /// The published path of the search's index in each language.
    let indexes: [Language: String]
    /// What is written.
    let files: [ReleaseFile]

    init(_ theme: Theme, forms: [String: [UInt8]], indexes: [Language: [UInt8]]) {
        var files: [String: ReleaseFile] = [:]
        func publish(_ name: String, _ bytes: [UInt8]) -> String {
            let path = "assets/" + Self.hashed(name, bytes)
            // Two units may offer copies of one form.
            files[path] = ReleaseFile(path) { bytes }
            return "/" + path
        }
        var paths: [String: String] = [:]
        for asset in theme.assets where asset.name != "style.css" {
            paths[asset.name] = publish(asset.name, asset.bytes)
        }
        if let style = theme.assets.first(where: { $0.name == "style.css" }) {
            let fonts = theme.fonts.map { fontFace($0, at: paths[$0.asset] ?? "") }.joined()
            paths[style.name] = publish(style.name, style.bytes + fonts.utf8)
        }
        self.paths = paths
        self.forms = Dictionary(uniqueKeysWithValues: forms.map { ($0, publish(Self.plain($0), $1)) })
        self.indexes = indexes.reduce(into: [:]) { paths, index in
            paths[index.key] = publish("units-\(index.key.rawValue).json", index.value)
        }
        self.files = files.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func hashed(_ name: String, _ bytes: [UInt8]) -> String {
        let hash = ContentHash.of(bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return name[..<dot] + "." + hash + name[dot...]
    }

    /// A form's name as it can stand in an address everywhere; the link gives the file its own name back.
    private static func plain(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let stem = name[..<dot].filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return (stem.isEmpty ? "form" : stem) + name[dot...]
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
