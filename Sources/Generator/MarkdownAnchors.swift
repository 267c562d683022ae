import CMarkdown

extension Markdown {
    /// Each heading with its anchor: its words in small letters joined by hyphens; a second one of the same words gets a
    /// number.
    static func headings(in document: OpaquePointer) -> [(node: OpaquePointer, anchor: String)] {
        var taken: Set<String> = []
        return nodes(in: document).filter { cmark_node_get_type($0) == CMARK_NODE_HEADING }.map { heading in
            let base = anchor(of: words(of: heading))
            var anchor = base
            var number = 2
            while !taken.insert(anchor).inserted {
                anchor = "\(base)-\(number)"
                number += 1
            }
            return (heading, anchor)
        }
    }

    /// The text in a node and in all below it.
    static func words(of node: OpaquePointer) -> String {
        nodes(in: node).compactMap { cmark_node_get_literal($0).map { String(cString: $0) } }.joined()
    }

    private static func anchor(of words: String) -> String {
        var anchor = String.UnicodeScalarView()
        for scalar in words.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .spaceSeparator, .dashPunctuation:
                if let last = anchor.last, last != "-" { anchor.append("-") }
            case .lowercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter, .uppercaseLetter, .decimalNumber,
                .nonspacingMark, .spacingMark:
                anchor.append(scalar)
            default: continue
            }
        }
        while anchor.last == "-" { anchor.removeLast() }
        return anchor.isEmpty ? "section" : String(anchor)
    }
}
