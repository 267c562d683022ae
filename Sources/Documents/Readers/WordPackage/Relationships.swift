/// The parts and places that a part refers to (ISO/IEC 29500-2, 6.5.3).
enum Relationships {
    /// Types of which Word fetches the target by itself when it opens the document, and runs or shows it. A hyperlink
    /// waits for a click, and a linked picture holds no program.
    private static let fetched: Set<String> = [
        "attachedtemplate", "oleobject", "frame", "subdocument", "afchunk", "control", "package", "externallink",
        "externallinkpath",
    ]

    /// - Throws: `externalContent` where something is fetched from elsewhere, `macros` where a part is one of programs.
    static func check(_ part: [UInt8]) throws(DocumentDefect) {
        var tags = try StartTags(part)
        while let tag = try tags.next() {
            guard tag.name == "Relationship", let type = tag["Type"]?.split(separator: "/").last?.lowercased() else {
                continue
            }
            if type == "vbaproject" { throw .macros }
            guard tag["TargetMode"]?.lowercased() == "external", fetched.contains(type) else { continue }
            guard let target = tag["Target"], isOnSameComputer(target) else { throw .externalContent }
        }
    }

    /// Whether the target is a path on a drive, such as `file:///C:\Templates\letter.dotx`. Word notes the template of
    /// every letter that was written on a letterhead so; on another computer there is no such file, and nothing happens.
    private static func isOnSameComputer(_ target: String) -> Bool {
        let target = target.lowercased()
        let path = target.hasPrefix("file:///") ? Array(target.dropFirst(8).utf8) : Array(target.utf8)
        return path.count >= 3 && (0x61...0x7A).contains(path[0]) && path[1] == UInt8(ascii: ":")
            && (path[2] == UInt8(ascii: "\\") || path[2] == UInt8(ascii: "/"))
    }
}
