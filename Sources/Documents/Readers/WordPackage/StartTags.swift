/// The start tags of an XML text, one after the other: all that the small parts of a package consist of.
///
/// Text, comments and processing instructions are passed over. A document type declaration is `suspicious`, since
/// packages must not have one (ISO/IEC 29500-2, 6.5.1.4). Takes time in proportion to the text.
struct StartTags {
    struct Tag {
        /// Without a prefix.
        let name: String
        let attributes: [(name: String, value: String)]

        subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// The most attributes of a tag; those of these parts have four and some declarations of names.
    static let attributeLimit = 64

    private let text: [UInt8]
    private var at = 0

    init(_ part: [UInt8]) throws(DocumentDefect) {
        text = try Self.utf8(part)
    }

    /// The next one; nil at the end.
    ///
    /// - Throws: `damaged` where the text is no XML.
    mutating func next() throws(DocumentDefect) -> Tag? {
        while let open = text[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = open + 1
            if starts(with: "!--") {
                try skip(past: "-->", from: at + 3)
            } else if starts(with: "![CDATA[") {
                try skip(past: "]]>", from: at)
            } else if starts(with: "!") {
                throw .suspicious
            } else if starts(with: "?") {
                try skip(past: "?>", from: at)
            } else if starts(with: "/") {
                try skip(past: ">", from: at)
            } else {
                return try tag()
            }
        }
        at = text.count
        return nil
    }

    private mutating func tag() throws(DocumentDefect) -> Tag {
        let name = try self.name()
        var attributes: [(name: String, value: String)] = []
        while true {
            skipSpace()
            guard at < text.count else { throw .damaged }
            if text[at] == UInt8(ascii: ">") || text[at] == UInt8(ascii: "/") {
                try skip(past: ">", from: at)
                return Tag(name: name, attributes: attributes)
            }
            guard attributes.count < Self.attributeLimit else { throw .damaged }
            let attribute = try self.name()
            skipSpace()
            guard starts(with: "=") else { throw .damaged }
            at += 1
            skipSpace()
            attributes.append((attribute, try value()))
        }
    }

    /// A name without its prefix.
    private mutating func name() throws(DocumentDefect) -> String {
        let start = at
        while at < text.count, !Self.isSpace(text[at]), !"=/<>\"'".utf8.contains(text[at]) { at += 1 }
        guard at > start else { throw .damaged }
        let name = text[start..<at]
        return String(decoding: name[(name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? start)...], as: UTF8.self)
    }

    private mutating func value() throws(DocumentDefect) -> String {
        guard at < text.count, text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'"),
            let end = text[(at + 1)...].firstIndex(of: text[at])
        else { throw .damaged }
        defer { at = end + 1 }
        return try XMLReferences.resolved(text[(at + 1)..<end])
    }

    private mutating func skipSpace() {
        while at < text.count, Self.isSpace(text[at]) { at += 1 }
    }

    private func starts(with word: StaticString) -> Bool {
        text[at...].starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private mutating func skip(past word: String, from start: Int) throws(DocumentDefect) {
        let word = Array(word.utf8)
        var place = start
        while place + word.count <= text.count {
            if text[place] == word[0], text[place...].starts(with: word) {
                at = place + word.count
                return
            }
            place += 1
        }
        throw .damaged
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

    /// Packages are in UTF-8 or UTF-16 (ISO/IEC 29500-2, 6.5.1.3); the latter shows in its first two bytes.
    private static func utf8(_ part: [UInt8]) throws(DocumentDefect) -> [UInt8] {
        let isBig: Bool
        switch Array(part.prefix(2)) {
        case [0xFE, 0xFF], [0, 0x3C]: isBig = true
        case [0xFF, 0xFE], [0x3C, 0]: isBig = false
        default: return part
        }
        guard part.count % 2 == 0 else { throw .damaged }
        let units = stride(from: 0, to: part.count, by: 2).map { place -> UInt16 in
            let (first, second) = (UInt16(part[place]), UInt16(part[place + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
