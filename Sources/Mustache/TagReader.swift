/// Finds the tags of a template, one after the other.
struct TagReader {
    private let bytes: [UInt8]
    private let template: String
    private var place = 0
    private var delimiters = Delimiters.usual

    init(_ bytes: [UInt8], template: String) {
        self.bytes = bytes
        self.template = template
    }

    /// The next tag; nil where only text is left.
    mutating func next() throws(TemplateFault) -> Tag? {
        guard let open = find(delimiters.open, from: place) else { return nil }
        var start = open + delimiters.open.count
        while start < bytes.count, isSpace(bytes[start]) { start += 1 }
        let sign = start < bytes.count ? Unicode.Scalar(bytes[start]) : " "
        // The closing delimiter of {{{x}}} and {{=a b=}} has the sign's counterpart before it.
        var close = delimiters.close
        switch sign {
        case "{": close.insert(UInt8(ascii: "}"), at: 0)
        case "=": close.insert(UInt8(ascii: "="), at: 0)
        default: break
        }
        let signed = "{&#^/>!=<$".unicodeScalars.contains(sign) ? start + 1 : start
        guard let end = find(close, from: signed) else { throw fault(.unclosedTag, at: open) }
        place = end + close.count
        let content = trimmed(signed..<end)
        let kind: Tag.Kind
        switch sign {
        case "{", "&": kind = .value(isEscaped: false)
        case "#": kind = .section(isInverted: false)
        case "^": kind = .section(isInverted: true)
        case "/": kind = .sectionEnd
        case ">": kind = .partial
        case "!": kind = .comment
        case "<", "$": throw fault(.unsupported("\(sign)\(content)"), at: open)
        case "=":
            guard let new = Delimiters(bytes[signed..<end]) else { throw fault(.badDelimiters, at: open) }
            delimiters = new
            kind = .delimiters(new)
        default: kind = .value(isEscaped: true)
        }
        return Tag(kind: kind, content: content, range: open..<place)
    }

    private func find(_ wanted: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var place = start
            while place + wanted.count <= bytes.count {
                if bytes[place] == first, bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
                place += 1
            }
            return nil
        }
    }

    private func trimmed(_ range: Range<Int>) -> String {
        var text = bytes[range].drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }

    private func fault(_ kind: TemplateFault.Kind, at offset: Int) -> TemplateFault {
        TemplateFault(kind, template: template, offset: offset)
    }
}
