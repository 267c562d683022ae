/// What may stand in a backup, by its path.
enum BackupMember: Hashable {
    case label, database, key, wake, document(String), config(String), folder

    /// Reads a member's path; nil for one that no backup of ours has, so that nothing ever lands outside of its place.
    init?(_ path: String, isFolder: Bool) {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !names.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }),
            path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f })
        else { return nil }
        if isFolder {
            guard names.first == "data" else { return nil }
            self = .folder
            return
        }
        switch path {
        case BackupLabel.name: self = .label
        case "data/desk.sqlite": self = .database
        case "data/key": self = .key
        case "data/wake": self = .wake
        default:
            if Self.isDocument(path) {
                self = .document(String(path.dropFirst("data/documents/".count)))
            } else if names.first == "config", names.count > 1, !names.contains(where: { $0.hasPrefix(".") }) {
                self = .config(names.dropFirst().joined(separator: "/"))
            } else {
                return nil
            }
        }
    }

    /// `data/documents/`, two hexadecimal digits, a slash, and thirty.
    static func isDocument(_ path: String) -> Bool {
        guard path.hasPrefix("data/documents/") else { return false }
        let bytes = Array(path.utf8.dropFirst("data/documents/".utf8.count))
        return bytes.count == 33 && bytes[2] == 0x2f
            && (bytes[..<2] + bytes[3...]).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
