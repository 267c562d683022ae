extension Template {
    /// The template with values filled in.
    ///
    /// - Parameters:
    ///   - value: what stands around all tags.
    ///   - partials: the templates that tags can include, by the names that tags give them.
    public func rendered(_ value: TemplateValue, partials: [String: Template] = [:]) throws(TemplateFault) -> [UInt8] {
        var renderer = Renderer(value, partials: partials)
        renderer.page.reserveCapacity(bytes.count * 2)
        try renderer.render(self, indentation: [])
        return renderer.page
    }
}

/// Does the steps of a template.
private struct Renderer {
    var page: [UInt8] = []
    /// What sections have opened, innermost last: "The context stack".
    private var context: [TemplateValue]
    private let partials: [String: Template]
    /// How many partials are being rendered, each in the one before.
    private var depth = 0

    init(_ value: TemplateValue, partials: [String: Template]) {
        context = [value]
        self.partials = partials
    }

    mutating func render(_ template: Template, indentation: [UInt8]) throws(TemplateFault) {
        try render(template, template.steps.indices, indentation)
    }

    private mutating func render(
        _ template: Template, _ range: Range<Int>, _ indentation: [UInt8]
    ) throws(TemplateFault) {
        var place = range.lowerBound
        while place < range.upperBound {
            let step = template.steps[place]
            place += 1
            switch step {
            case .text(let text, let beginsLine):
                write(template.bytes[text], beginsLine: beginsLine, indentation)
            case .value(let name, let isEscaped, _):
                if let value = value(of: name) { write(value, isEscaped: isEscaped) }
            case .section(let name, let isInverted, _, let end):
                try renderSection(
                    value(of: name), isInverted: isInverted, template, place..<end, indentation)
                place = end
            case .partial(let name, let own, let offset):
                guard let partial = partials[name] else {
                    throw TemplateFault(.missingPartial(name), template: template.name, offset: offset)
                }
                guard depth < Template.deepest else {
                    throw TemplateFault(.endlessPartials(name), template: template.name, offset: offset)
                }
                depth += 1
                try render(partial, indentation: own.map { indentation + template.bytes[$0] } ?? [])
                depth -= 1
            }
        }
    }

    private mutating func renderSection(
        _ value: TemplateValue?, isInverted: Bool, _ template: Template, _ steps: Range<Int>, _ indentation: [UInt8]
    ) throws(TemplateFault) {
        let isTrue = value?.isTrue ?? false
        guard isTrue != isInverted else { return }
        guard !isInverted, let value else { return try render(template, steps, indentation) }
        let elements = if case .list(let values) = value { values } else { [value] }
        for element in elements {
            context.append(element)
            try render(template, steps, indentation)
            context.removeLast()
        }
    }

    /// "The first dotted part is looked up in the context stack from the top; each other in the result of the one before."
    private func value(of name: TagName) -> TemplateValue? {
        guard let first = name.parts.first else { return context.last }
        for value in context.reversed() {
            guard case .object(let values) = value, var found = values[first] else { continue }
            for part in name.parts.dropFirst() {
                guard case .object(let values) = found, let inner = values[part] else { return nil }
                found = inner
            }
            return found
        }
        return nil
    }

    private mutating func write(_ text: ArraySlice<UInt8>, beginsLine: Bool, _ indentation: [UInt8]) {
        guard !indentation.isEmpty else { return page += text }
        if beginsLine { page += indentation }
        var rest = text
        while let end = rest.firstIndex(of: 0x0a) {
            page += rest[...end]
            rest = rest[(end + 1)...]
            if !rest.isEmpty { page += indentation }
        }
        page += rest
    }

    private mutating func write(_ value: TemplateValue, isEscaped: Bool) {
        switch value {
        case .text(let text): isEscaped ? writeEscaped(text) : page.append(contentsOf: text.utf8)
        case .html(let markup): page += markup
        case .list, .object, .bool: break
        }
    }

    private mutating func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch Unicode.Scalar(byte) {
            case "&": page += "&amp;".utf8
            case "<": page += "&lt;".utf8
            case ">": page += "&gt;".utf8
            case "\"": page += "&quot;".utf8
            case "'": page += "&#39;".utf8
            default: page.append(byte)
            }
        }
    }
}
