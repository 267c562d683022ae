/// Makes the steps of a template from its text and tags.
struct TemplateReader {
    private let bytes: [UInt8]
    private let name: String
    private var steps: [Template.Step] = []
    /// The sections that are open: where their steps stand, innermost last.
    private var open: [(step: Int, name: String, offset: Int)] = []
    /// Where the text begins for which there is no step yet.
    private var place = 0

    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    mutating func read() throws(TemplateFault) -> [Template.Step] {
        var tags = TagReader(bytes, template: name)
        while let tag = try tags.next() {
            let line = tag.canStandAlone ? lineOfItsOwn(around: tag.range) : nil
            takeText(until: (line ?? tag.range).lowerBound, isFollowed: line == nil)
            place = (line ?? tag.range).upperBound
            try take(tag, indentation: line.map { $0.lowerBound..<tag.range.lowerBound })
        }
        takeText(until: bytes.count, isFollowed: false)
        if let section = open.last { throw fault(.unclosedSection(section.name), at: section.offset) }
        return steps
    }

    private mutating func take(_ tag: Tag, indentation: Range<Int>?) throws(TemplateFault) {
        let offset = tag.range.lowerBound
        switch tag.kind {
        case .comment, .delimiters: break
        case .value(let isEscaped):
            steps.append(.value(try tagName(tag), isEscaped: isEscaped, offset: offset))
        case .partial:
            guard !tag.content.isEmpty, !tag.content.utf8.contains(where: isSpace) else {
                throw fault(.badName(tag.content), at: offset)
            }
            if tag.content.hasPrefix("*") { throw fault(.unsupported(">" + tag.content), at: offset) }
            steps.append(.partial(tag.content, indentation: indentation, offset: offset))
        case .section(let isInverted):
            guard open.count < Template.deepest else { throw fault(.nestedTooDeeply, at: offset) }
            open.append((steps.count, tag.content, offset))
            steps.append(.section(try tagName(tag), isInverted: isInverted, offset: offset, end: 0))
        case .sectionEnd:
            guard let section = open.popLast() else { throw fault(.unopenedSection(tag.content), at: offset) }
            guard section.name == tag.content else {
                throw fault(
                    .closedByAnother(open: section.name, opened: section.offset, close: tag.content), at: offset)
            }
            guard case .section(let name, let isInverted, let opened, _) = steps[section.step] else { return }
            steps[section.step] = .section(name, isInverted: isInverted, offset: opened, end: steps.count)
        }
    }

    /// - Parameter isFollowed: whether a tag stands behind it on the same line, which may begin with that tag.
    private mutating func takeText(until end: Int, isFollowed: Bool) {
        if place < end { steps.append(.text(place..<end, beginsLine: isLineStart(place))) }
        if isFollowed, isLineStart(end) { steps.append(.text(end..<end, beginsLine: true)) }
    }

    private func isLineStart(_ place: Int) -> Bool { place == 0 || bytes[place - 1] == 0x0a }

    /// The whole line of a tag that stands alone on it, or alone on its first and last line, the line's end included.
    private func lineOfItsOwn(around tag: Range<Int>) -> Range<Int>? {
        var start = tag.lowerBound
        while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
        guard isLineStart(start) else { return nil }
        var end = tag.upperBound
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == 0x0d { end += 1 }
        guard end == bytes.count || bytes[end] == 0x0a else { return nil }
        return start..<min(end + 1, bytes.count)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func tagName(_ tag: Tag) throws(TemplateFault) -> TagName {
        guard let name = TagName(tag.content) else { throw fault(.badName(tag.content), at: tag.range.lowerBound) }
        return name
    }

    private func fault(_ kind: TemplateFault.Kind, at offset: Int) -> TemplateFault {
        TemplateFault(kind, template: name, offset: offset)
    }
}
