/// What a template asks for, so that a caller who knows all names can check it before rendering.
public indirect enum TemplateTag: Equatable, Sendable {
    /// A value, by the parts of its name; none for the implicit iterator.
    case value([String], offset: Int)
    /// A section about a value, and what stands in it.
    case section([String], isInverted: Bool, offset: Int, inside: [TemplateTag])
    /// A partial.
    case partial(String, offset: Int)
}

extension Template {
    /// The tags in the order of the template; comments and delimiters aside.
    public var tags: [TemplateTag] { tags(of: steps.indices) }

    private func tags(of range: Range<Int>) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let step = steps[place]
            place += 1
            switch step {
            case .text: continue
            case .value(let name, _, let offset): tags.append(.value(name.parts, offset: offset))
            case .partial(let name, _, let offset): tags.append(.partial(name, offset: offset))
            case .section(let name, let isInverted, let offset, let end):
                tags.append(
                    .section(name.parts, isInverted: isInverted, offset: offset, inside: self.tags(of: place..<end)))
                place = end
            }
        }
        return tags
    }
}
