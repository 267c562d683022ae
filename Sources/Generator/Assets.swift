import Configuration
import Secrets

/// The files under `/assets/`: each has a piece of its content's hash in its name, so browsers may keep it for ever.
struct Assets {
    /// The published path of each file of the theme, by its own name.
    let paths: [String: String]
    /// The published path of each form of a unit, by its path as the units file has it.
    let forms: [String: String]
    /// What is written: paths below the document root, and bytes.
    let files: [(path: String, bytes: [UInt8])]

    init(_ theme: Theme, forms: [String: [UInt8]]) {
        var paths: [String: String] = [:]
        var published: [String: String] = [:]
        var files: [(path: String, bytes: [UInt8])] = []
        for asset in theme.assets {
            let name = Self.hashed(asset.name, asset.bytes)
            paths[asset.name] = "/assets/" + name
            files.append(("assets/" + name, asset.bytes))
        }
        for (path, bytes) in forms.sorted(by: { $0.key < $1.key }) {
            let name = Self.hashed(Self.plain(path), bytes)
            published[path] = "/assets/" + name
            // Two units may offer copies of one form.
            if !files.contains(where: { $0.path == "assets/" + name }) { files.append(("assets/" + name, bytes)) }
        }
        self.paths = paths
        self.forms = published
        self.files = files
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
        let isPlain: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        let stem = name[..<dot].filter(isPlain)
        return (stem.isEmpty ? "form" : stem) + name[dot...]
    }
}
