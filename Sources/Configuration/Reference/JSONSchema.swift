import JSON5

extension ExplainedFile {
    /// A JSON Schema (draft 7, which editors know) of the file, for completion and checks while typing.
    ///
    /// It says no more than `pishkhan check`: what it refuses, that refuses too.
    public var schema: String {
        let head: [(String, JSONValue)] = [
            ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text("\(rawValue).json5")),
            ("description", .text(about)),
        ]
        return JSONValue.object(head + value.schema).text(indent: 0) + "\n"
    }
}

extension ValueFacts {
    fileprivate var schema: [(String, JSONValue)] {
        switch self {
        case .text(let rule):
            [("type", .text("string"))]
                + (rule.pattern.map { [("pattern", .text($0))] } ?? [])
                + (rule.example.isEmpty ? [] : [("examples", .list([.text(rule.example)]))])
        case .wholeNumber(let range, _):
            [
                ("type", .text("integer")), ("minimum", .raw("\(range.lowerBound)")),
                ("maximum", .raw("\(range.upperBound)")),
            ]
        case .boolean: [("type", .text("boolean"))]
        case .choice(let choices):
            [
                (
                    "oneOf",
                    .list(
                        choices.map { .object([("const", .text($0.word)), ("description", .text($0.about))]) })
                )
            ]
        case .list(let element, let least):
            [("type", .text("array")), ("items", .object(element.schema))]
                + (least > 0 ? [("minItems", .raw("\(least)"))] : [])
        case .object(let keys), .localized(let keys):
            [
                ("type", .text("object")),
                ("properties", .object(keys.map { ($0.name, .object($0.schema)) })),
                ("required", .list(keys.filter(\.isRequired).map { .text($0.name) })),
                ("additionalProperties", .raw("false")),
            ]
        case .dictionary(let value):
            [("type", .text("object")), ("additionalProperties", .object(value.schema))]
        case .anything: []
        case .nullable(let value):
            [("anyOf", .list([.object(value.schema), .object([("type", .text("null"))])]))]
        }
    }
}

extension KeyFacts {
    fileprivate var schema: [(String, JSONValue)] {
        [("description", .text(about))] + value.schema + (fallback.map { [("default", .raw($0))] } ?? [])
    }
}

/// JSON whose members stay in their order, as people read it.
private indirect enum JSONValue {
    case text(String)
    case list([JSONValue])
    case object([(String, JSONValue)])
    /// What is JSON already.
    case raw(String)

    func text(indent: Int) -> String {
        let inner = "\n" + String(repeating: " ", count: indent + 2)
        let end = "\n" + String(repeating: " ", count: indent)
        switch self {
        case .text(let text): return jsonString(text)
        case .raw(let json): return json
        case .list(let values):
            guard !values.isEmpty else { return "[]" }
            return "[" + values.map { inner + $0.text(indent: indent + 2) }.joined(separator: ",") + end + "]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let lines = members.map { "\(inner)\(jsonString($0.0)): \($0.1.text(indent: indent + 2))" }
            return "{" + lines.joined(separator: ",") + end + "}"
        }
    }
}
