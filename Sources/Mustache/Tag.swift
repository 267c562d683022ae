/// One tag, between its delimiters.
struct Tag {
    enum Kind {
        case value(isEscaped: Bool)
        case section(isInverted: Bool)
        case sectionEnd
        case partial
        case comment
        case delimiters(Delimiters)
    }

    let kind: Kind
    /// What stands between sign and closing delimiter, without the space around it.
    let content: String
    /// All of its bytes.
    let range: Range<Int>

    /// "Section, comment, partial and set delimiter tags SHOULD be treated as standalone when appropriate."
    var canStandAlone: Bool {
        if case .value = kind { false } else { true }
    }
}

/// What opens and closes a tag.
struct Delimiters {
    let open: [UInt8]
    let close: [UInt8]

    static let usual = Delimiters(open: Array("{{".utf8), close: Array("}}".utf8))

    init(open: [UInt8], close: [UInt8]) {
        self.open = open
        self.close = close
    }

    /// "Custom delimiters may not contain whitespace or the equals sign."
    init?(_ text: some Sequence<UInt8>) {
        let words = Array(text).split(whereSeparator: isSpace)
        guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else { return nil }
        self.init(open: Array(words[0]), close: Array(words[1]))
    }
}
