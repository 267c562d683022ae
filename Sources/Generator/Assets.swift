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
        for asset in theme.assets {
            let hash = ContentHash.of(asset.bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
                .joined()
            let dot = asset.name.lastIndex(of: ".") ?? asset.name.endIndex
            let path = "assets/" + asset.name[..<dot] + "." + hash + asset.name[dot...]
            paths[asset.name] = "/" + path
            files.append(ReleaseFile(path) { asset.bytes })
        }
        self.paths = paths
        self.files = files
    }
}
