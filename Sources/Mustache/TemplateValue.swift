/// What is filled into a template.
public enum TemplateValue: Equatable, Sendable {
    /// Text; it is escaped, unless the tag says otherwise.
    case text(String)
    /// Markup in UTF-8, which no tag escapes.
    case html([UInt8])
    /// Things of one kind: a section stands once for each.
    case list([TemplateValue])
    /// Values by name.
    case object([String: TemplateValue])
    /// Whether a section stands. Filled in itself it is nothing, as a list and an object are.
    case bool(Bool)

    /// Whether a section about it stands. "False values or empty lists" are what the specification leaves out; an empty
    /// text is such a value, so that a section can ask whether there is one.
    var isTrue: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .html(let markup): !markup.isEmpty
        case .list(let values): !values.isEmpty
        case .object: true
        case .bool(let value): value
        }
    }
}
