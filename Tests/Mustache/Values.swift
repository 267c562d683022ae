import Testing

@testable import Mustache

// Values written as the specification writes its data.
extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral values: TemplateValue...) { self = .list(values) }
    /// An object.
    public init(dictionaryLiteral values: (String, TemplateValue)...) {
        self = .object(Dictionary(uniqueKeysWithValues: values))
    }
}

/// A rule of the specification with a template that shows it.
struct Case: CustomTestStringConvertible {
    let rule: String
    let template: String
    let value: TemplateValue
    let expected: String
    let partials: [String: String]

    init(
        _ rule: String, _ template: String, _ value: TemplateValue = [:], is expected: String,
        partials: [String: String] = [:]
    ) {
        self.rule = rule
        self.template = template
        self.value = value
        self.expected = expected
        self.partials = partials
    }

    var testDescription: String { rule }

    var rendered: String {
        get throws { try render(template, value, partials: partials) }
    }
}

func render(_ template: String, _ value: TemplateValue = [:], partials: [String: String] = [:]) throws -> String {
    var read: [String: Template] = [:]
    for (name, text) in partials { read[name] = try Template(text.utf8, name: name) }
    return String(decoding: try Template(template.utf8).rendered(value, partials: read), as: UTF8.self)
}
