/// The theme's page around a page's own content, ready for one language: only slots are left in it.
public struct PageShell: Equatable, Sendable {
    /// What is filled in for each page.
    public enum Slot: String, CaseIterable, Sendable {
        /// The title, as text.
        case title
        /// The page's own content, as HTML.
        case main
        /// The links to the same page in other languages, as HTML.
        case languages
        /// Who is signed in and the way out, as HTML.
        case account
    }

    /// What is wrong with a shell.
    public enum Fault: Error, Equatable, Sendable {
        /// No such slot.
        case unknownSlot(String, offset: Int)
        /// `{{` without `}}`.
        case unclosed(offset: Int)
        /// A slot that every shell needs.
        case missing(String)
    }

    /// The shell as a table of strings: literal text and slot names in turn.
    public let table: StringTable

    /// A shell from its table.
    public init(table: StringTable) { self.table = table }

    /// Reads a theme's shell, in which `{{name}}` stands for text and `{{{name}}}` for HTML.
    ///
    /// - Parameter fixed: the values that are the same on all pages of a language, ready as HTML.
    public init(template: String, fixed: [String: String]) throws(Fault) {
        var pieces: [String] = []
        var literal = ""
        var rest = Substring(template)
        var offset = 0
        while let open = rest.firstBraces() {
            let isRaw = rest[open...].hasPrefix("{{{")
            let start = rest.index(open, offsetBy: isRaw ? 3 : 2)
            literal += rest[..<open]
            let place = offset + rest[..<open].utf8.count
            guard let close = rest[start...].firstIndex(of: "}") else { throw .unclosed(offset: place) }
            let name = rest[start..<close].filter { $0 != " " }
            guard rest[close...].hasPrefix(isRaw ? "}}}" : "}}") else { throw .unclosed(offset: place) }
            if let slot = Slot(rawValue: name) {
                pieces += [literal, slot.rawValue]
                literal = ""
            } else if let value = fixed[name] {
                literal += value
            } else {
                throw .unknownSlot(name, offset: place)
            }
            let end = rest.index(close, offsetBy: isRaw ? 3 : 2)
            offset += rest[..<end].utf8.count
            rest = rest[end...]
        }
        pieces.append(literal + rest)
        let slots = stride(from: 1, to: pieces.count, by: 2).map { pieces[$0] }
        for slot in [Slot.title, .main] where !slots.contains(slot.rawValue) { throw .missing(slot.rawValue) }
        table = StringTable(pieces)
    }

    /// The whole page.
    ///
    /// - Parameter room: about how many bytes the slots will take.
    public func filled(room: Int, _ value: (Slot) -> [UInt8]) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(table.bytes.count + room)
        for place in 0..<table.count {
            if place % 2 == 0 {
                page += table.bytes(at: place)
            } else if let slot = Slot(rawValue: table[place]) {
                page += value(slot)
            }
        }
        return page
    }
}

extension Substring {
    /// Where the first `{{` begins.
    fileprivate func firstBraces() -> Index? {
        var search = startIndex
        while let open = self[search...].firstIndex(of: "{") {
            let next = index(after: open)
            if next < endIndex, self[next] == "{" { return open }
            search = next
        }
        return nil
    }
}
