import Configuration
import Secrets

/// The files under `/assets/`: each has a piece of its content's hash in its name, so browsers may keep it for ever.
struct Assets: Sendable {
    /// The published path of each file of the theme, by its own name.
    let paths: [String: String]
    /// What is written.
    let files: [ReleaseFile]

    init(_ theme: Theme) {
        var paths: [String: String] = [:]
        var files: [ReleaseFile] = []
        func add(_ name: String, _ bytes: [UInt8]) {
            let path = Self.path(name, bytes)
            paths[name] = "/" + path
            files.append(ReleaseFile(path) { bytes })
        }
        for asset in theme.assets where asset.name != "style.css" { add(asset.name, asset.bytes) }
        if let style = theme.assets.first(where: { $0.name == "style.css" }) {
            add(style.name, style.bytes + theme.fonts.map { fontFace($0, at: paths[$0.asset] ?? "") }.joined().utf8)
        }
        self.paths = paths
        self.files = files
    }

    private static func path(_ name: String, _ bytes: [UInt8]) -> String {
        let hash = ContentHash.of(bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return "assets/" + name[..<dot] + "." + hash + name[dot...]
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
