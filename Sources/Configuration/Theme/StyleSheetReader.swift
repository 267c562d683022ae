/// Goes through the declarations of a style sheet. It follows braces, strings and comments, and judges nothing.
struct StyleSheetReader {
    struct Declaration {
        /// What stands before each open brace around it, outermost first.
        let selectors: [String]
        let property: String
        let value: String
        /// The byte at which the value begins.
        let offset: Int
    }

    private let bytes: [UInt8]
    private var place = 0
    private var selectors: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next declaration; nil at the end.
    mutating func next() -> Declaration? {
        var start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "/") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "*"):
                let isAtStart = text(start..<place).isEmpty
                skipComment()
                if isAtStart { start = place }
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
            case UInt8(ascii: "{"):
                selectors.append(text(start..<place))
                place += 1
                start = place
            case UInt8(ascii: "}"):
                let found = declaration(start..<place)
                _ = selectors.popLast()
                place += 1
                start = place
                if let found { return found }
            case UInt8(ascii: ";"):
                let found = declaration(start..<place)
                place += 1
                start = place
                if let found { return found }
            default: place += 1
            }
        }
        return nil
    }

    private func declaration(_ range: Range<Int>) -> Declaration? {
        guard !selectors.isEmpty, let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let value = text(colon + 1..<range.upperBound)
        let offset = bytes[colon + 1..<range.upperBound].firstIndex { !Self.isSpace($0) } ?? colon + 1
        return Declaration(
            selectors: selectors, property: text(range.lowerBound..<colon), value: value, offset: offset)
    }

    private mutating func skipComment() {
        place += 2
        while place + 1 < bytes.count, !(bytes[place] == UInt8(ascii: "*") && bytes[place + 1] == UInt8(ascii: "/")) {
            place += 1
        }
        place = min(place + 2, bytes.count)
    }

    private mutating func skipString() {
        let quote = bytes[place]
        place += 1
        while place < bytes.count, bytes[place] != quote, bytes[place] != 0x0a {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(place + 1, bytes.count)
    }

    /// The text without space around it.
    private func text(_ range: Range<Int>) -> String {
        var trimmed = bytes[range].drop(while: Self.isSpace)
        while let last = trimmed.last, Self.isSpace(last) { trimmed.removeLast() }
        return String(decoding: trimmed, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
