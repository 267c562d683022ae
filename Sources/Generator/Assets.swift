import Configuration
import Secrets

/// The files under `/assets/`: each has a piece of its content's hash in its name, so browsers may keep it for ever.
struct Assets {
    /// The published path of each file of the theme, by its own name.
    let paths: [String: String]
    /// What is written: paths below the document root, and bytes.
    let files: [(path: String, bytes: [UInt8])]

    init(_ theme: Theme) {
        var paths: [String: String] = [:]
        var files: [(path: String, bytes: [UInt8])] = []
        for asset in theme.assets {
            let hash = ContentHash.of(asset.bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
                .joined()
            let dot = asset.name.lastIndex(of: ".") ?? asset.name.endIndex
            let name = asset.name[..<dot] + "." + hash + asset.name[dot...]
            paths[asset.name] = "/assets/" + name
            files.append(("assets/" + name, asset.bytes))
        }
        self.paths = paths
        self.files = files
    }
}
