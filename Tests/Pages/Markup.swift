/// A page's markup taken apart, as far as tests ask: its tags must be balanced and its attributes quoted.
struct Markup {
    struct Element: Equatable {
        let name: String
        let attributes: [String: String]
        /// The names and attributes of what it stands in, outermost first.
        let ancestors: [String]
    }

    struct Run: Equatable {
        let text: String
        let ancestors: [String]
    }

    enum Fault: Error, Equatable {
        case unbalanced(closing: String, open: String)
        case leftOpen(String)
        case badTag(String)
        case attributeTwice(String)
        case bareAmpersand(String)
    }

    private(set) var elements: [Element] = []
    private(set) var runs: [Run] = []

    /// Elements without an end tag (HTML, section 13.1.2).
    private static let void: Set<String> = ["meta", "link", "input", "img", "br", "hr", "path"]

    init(_ markup: String) throws {
        var open: [String] = []
        var rest = markup[...]
        while let start = rest.firstIndex(of: "<") {
            try add(rest[..<start], open)
            guard let end = Self.endOfTag(rest[start...]) else { throw Fault.badTag(String(rest[start...].prefix(40))) }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.first == "!" { continue }
            if tag.first == "/" {
                let name = String(tag.dropFirst())
                guard let last = open.popLast(), last == name else {
                    throw Fault.unbalanced(closing: name, open: open.joined(separator: " "))
                }
                continue
            }
            let element = try Self.element(tag, open)
            elements.append(element)
            if !Self.void.contains(element.name) { open.append(element.name) }
        }
        try add(rest, open)
        if let name = open.last { throw Fault.leftOpen(name) }
    }

    private mutating func add(_ text: Substring, _ open: [String]) throws {
        try Self.requireEscaped(text)
        if text.contains(where: { !$0.isWhitespace }) { runs.append(Run(text: String(text), ancestors: open)) }
    }

    /// The `>` that ends a tag: not one within quotation marks.
    private static func endOfTag(_ text: Substring) -> String.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
            if text[index] == "<", index != text.startIndex { return nil }
        }
        return nil
    }

    private static func element(_ tag: Substring, _ open: [String]) throws -> Element {
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && !$0.isUppercase }) else { throw Fault.badTag(String(tag)) }
        var attributes: [String: String] = [:]
        var rest = tag[name.endIndex...]
        while true {
            rest = rest.drop { $0.isWhitespace }
            // `/>` closes an element of a picture (SVG).
            if rest.isEmpty || rest == "/" { break }
            let key = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0.isNumber) }
            guard !key.isEmpty else { throw Fault.badTag(String(tag)) }
            rest = rest[key.endIndex...]
            var value = ""
            if rest.first == "=" {
                rest = rest.dropFirst()
                guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                    throw Fault.badTag(String(tag))
                }
                let raw = rest[rest.index(after: rest.startIndex)..<end]
                try requireEscaped(raw)
                value = unescaped(raw)
                rest = rest[rest.index(after: end)...]
                guard rest.first.map({ $0.isWhitespace }) ?? true else { throw Fault.badTag(String(tag)) }
            }
            guard attributes.updateValue(value, forKey: String(key)) == nil else {
                throw Fault.attributeTwice("\(key) in \(tag)")
            }
        }
        return Element(name: String(name), attributes: attributes, ancestors: open)
    }

    private static let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]

    private static func requireEscaped(_ text: Substring) throws {
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            rest = rest[ampersand...]
            guard references.contains(where: { rest.hasPrefix($0.0) }) else {
                throw Fault.bareAmpersand(String(rest.prefix(30)))
            }
            rest = rest.dropFirst()
        }
    }

    /// The text that a reader of the markup sees.
    static func unescaped(_ text: some StringProtocol) -> String {
        var plain = ""
        var rest = Substring(text)
        while let first = rest.first {
            if first == "&", let found = references.first(where: { rest.hasPrefix($0.0) }) {
                plain += found.1
                rest = rest.dropFirst(found.0.count)
            } else {
                plain.append(first)
                rest = rest.dropFirst()
            }
        }
        return plain
    }

    /// All that is read as text.
    var text: String { runs.map { Self.unescaped($0.text) }.joined(separator: " ") }

    func count(_ name: String) -> Int { elements.filter { $0.name == name }.count }
    var ids: [String] { elements.compactMap { $0.attributes["id"] } }
}
