import Configuration
import Secrets

/// The files under `/assets/`: each has a piece of its content's hash in its name, so browsers may keep it for ever.
struct Assets: Sendable {
    /// The published path of each file of the theme, by its own name.
    let paths: [String: String]
    /// What browsers check the theme's style sheets and scripts against, by their own names.
    let integrities: [String: String]
    /// What is written.
    let files: [ReleaseFile]
    /// The theme's pictures of the portal, the smallest first, those without a size last.
    let icons: [WebManifest.Icon]

    init(_ theme: Theme) {
        var paths: [String: String] = [:]
        var integrities: [String: String] = [:]
        var files: [ReleaseFile] = []
        for asset in theme.assets {
            let path = Self.path(of: asset.name, asset.bytes)
            paths[asset.name] = "/" + path
            if [".css", ".js"].contains(where: asset.name.hasSuffix) {
                integrities[asset.name] = integrity(of: asset.bytes)
            }
            files.append(ReleaseFile(path) { asset.bytes })
        }
        self.paths = paths
        self.integrities = integrities
        self.files = files
        icons = Self.icons(theme, paths)
    }

    /// Where bytes are published: `assets/style.0123456789ab.css`.
    static func path(of name: String, _ bytes: [UInt8]) -> String {
        let hash = ContentHash.of(bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return "assets/" + name[..<dot] + "." + hash + name[dot...]
    }

    /// The path of the largest icon with pixels, which stands for the portal where others show a link to it; empty for
    /// none.
    var picture: String { icons.last { $0.type == "image/png" }?.src ?? "" }

    private static func icons(_ theme: Theme, _ paths: [String: String]) -> [WebManifest.Icon] {
        let sized = theme.assets.filter { $0.name.hasPrefix("icon") && $0.name.hasSuffix(".png") }
            .compactMap { asset in PictureSize(of: asset.bytes).map { (name: asset.name, size: $0) } }
            .sorted { ($0.size.width, $0.name) < ($1.size.width, $1.name) }
            .map {
                WebManifest.Icon(
                    src: paths[$0.name] ?? "", sizes: "\($0.size.width)x\($0.size.height)", type: "image/png")
            }
        let drawn = paths["icon.svg"].map { [WebManifest.Icon(src: $0, sizes: "any", type: "image/svg+xml")] } ?? []
        return sized + drawn
    }
}
