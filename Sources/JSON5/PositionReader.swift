import Source

/// Reads JSON5 (https://spec.json5.org) into a tree of values with their positions.
///
/// Accepts what both the specification and Foundation's decoder accept and read alike; a config that is right here is right
/// for both. (The decoder itself gives no positions, and stops the process at the number `1e+`.)
/// The bytes must be valid UTF-8; `readJSON5` has seen to that.
struct PositionReader {
    struct Failure: Error, Equatable {
        let offset: Int
        let fault: SyntaxFault
    }

    struct Duplicate: Equatable {
        let key: String
        let offset: Int
        let firstOffset: Int
    }

    let bytes: [UInt8]
    let deepest: Int
    var offset = 0
    private var depth = 0
    private(set) var duplicates: [Duplicate] = []

    init(_ bytes: [UInt8], deepest: Int) {
        self.bytes = bytes
        self.deepest = deepest
    }

    /// The whole text: one value with space and comments around it.
    mutating func document() throws(Failure) -> Node {
        try skipSpace()
        let root = try value(expected: .value)
        try skipSpace()
        guard offset == bytes.count else { throw unexpected(.endOfFile) }
        return root
    }

    private mutating func value(expected: SyntaxFault.Expected) throws(Failure) -> Node {
        let start = offset
        let content = try content(expected: expected)
        return Node(offset: start, end: offset, content: content)
    }

    private mutating func content(expected: SyntaxFault.Expected) throws(Failure) -> Node.Content {
        let start = offset
        switch peek {
        case ASCII.openBrace: return .object(try object())
        case ASCII.openBracket: return .array(try array())
        case ASCII.quote, ASCII.apostrophe:
            let escaped = try skipString()
            return .string(string(from: start, escaped: escaped))
        case ASCII.plus, ASCII.minus, ASCII.dot, UInt8(ascii: "0")...UInt8(ascii: "9"):
            try skipNumber()
            return number(start..<offset)
        default: return try word(expected: expected)
        }
    }

    private mutating func word(expected: SyntaxFault.Expected) throws(Failure) -> Node.Content {
        let start = offset
        skipIdentifier()
        guard offset > start else { throw unexpected(expected) }
        let word = text(start..<offset)
        switch word {
        case "true", "false": return .bool(word == "true")
        case "null": return .null
        case "Infinity", "NaN": return number(start..<offset)
        default: throw Failure(offset: start, fault: .unknownWord(word))
        }
    }

    private mutating func array() throws(Failure) -> [Node] {
        let start = try open()
        var elements: [Node] = []
        while let element = try element(ofListFrom: start) { elements.append(element) }
        close()
        return elements
    }

    /// The next element of a list with the comma after it; nil at the list's end.
    private mutating func element(ofListFrom start: Int) throws(Failure) -> Node? {
        try skipSpace()
        if peek == ASCII.closeBracket { return nil }
        if offset == bytes.count { throw Failure(offset: start, fault: .unclosed(bracket: "[")) }
        let element = try value(expected: .valueOrCloseBracket)
        try skipSpace()
        if peek != ASCII.closeBracket { try comma(in: "[", from: start, expected: .commaOrCloseBracket) }
        return element
    }

    /// The elements of a text that is one list, from where one of them may begin, up to the first at whose beginning reading
    /// is to stop.
    ///
    /// - Returns: those elements, and whether they are all to the end of the text.
    mutating func elements(
        from start: Int, upTo isEnd: (_ offset: Int) -> Bool
    ) throws(Failure) -> (elements: [Node], isWhole: Bool) {
        (offset, depth) = (start, 1)
        var elements: [Node] = []
        try skipSpace()
        while !isEnd(offset) {
            guard let element = try element(ofListFrom: start) else {
                close()
                try skipSpace()
                guard offset == bytes.count else { throw unexpected(.endOfFile) }
                return (elements, true)
            }
            elements.append(element)
            try skipSpace()
        }
        return (elements, false)
    }

    private mutating func object() throws(Failure) -> Members {
        let start = try open()
        var members = Members()
        while true {
            try skipSpace()
            if peek == ASCII.closeBrace { break }
            if offset == bytes.count { throw Failure(offset: start, fault: .unclosed(bracket: "{")) }
            let keyOffset = offset
            let key = try key()
            try skipSpace()
            guard peek == ASCII.colon else { throw unexpected(.colon) }
            offset += 1
            try skipSpace()
            let node = try value(expected: .value)
            if let first = members[key] {
                duplicates.append(Duplicate(key: key, offset: keyOffset, firstOffset: first.keyOffset))
            } else {
                members.append(Node.Member(key: key, keyOffset: keyOffset, node: node))
            }
            try skipSpace()
            if peek == ASCII.closeBrace { break }
            try comma(in: "{", from: start, expected: .commaOrCloseBrace)
        }
        close()
        return members
    }

    private mutating func key() throws(Failure) -> String {
        let start = offset
        if peek == ASCII.quote || peek == ASCII.apostrophe {
            let escaped = try skipString()
            return string(from: start, escaped: escaped)
        }
        skipIdentifier()
        if peek == ASCII.backslash { throw Failure(offset: offset, fault: .escapeInBareKey) }
        guard offset > start else { throw unexpected(.keyOrCloseBrace) }
        return text(start..<offset)
    }

    /// The string from `start` to the offset.
    private func string(from start: Int, escaped: Bool) -> String {
        escaped ? unescapedString(from: start) : text(start + 1..<offset - 1)
    }

    private mutating func open() throws(Failure) -> Int {
        depth += 1
        guard depth <= deepest else { throw Failure(offset: offset, fault: .tooDeep(limit: deepest)) }
        defer { offset += 1 }
        return offset
    }

    private mutating func close() {
        depth -= 1
        offset += 1
    }

    private mutating func comma(
        in bracket: Character, from start: Int, expected: SyntaxFault.Expected
    ) throws(Failure) {
        if offset == bytes.count { throw Failure(offset: start, fault: .unclosed(bracket: bracket)) }
        guard peek == ASCII.comma else { throw unexpected(expected) }
        offset += 1
    }
}
