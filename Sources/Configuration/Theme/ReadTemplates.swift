import Mustache
import Source

/// Reads the templates of a theme by their names without `.mustache`; nil, and noted, where one is wrong in itself.
func readTemplates(_ files: ThemeFiles, noting noted: Noted) -> [String: Template]? {
    let ending = ".mustache"
    let before = noted.problems.count
    var templates: [String: Template] = [:]
    for file in files.names(suffix: ending, noting: noted) {
        let path = "\(files.path)/\(file)"
        guard let bytes = files.bytes(file, noting: noted), let text = text(bytes, of: path, noting: noted) else {
            continue
        }
        let source = SourceText(Array(text.utf8))
        // Zero bytes part the strings of a release.
        if let offset = source.bytes.firstIndex(of: 0) {
            noted.problems.append(
                Problem("a zero byte", expected: "text", file: path, source: source, offset: offset))
            continue
        }
        let name = String(file.dropLast(ending.count))
        do throws(TemplateFault) {
            templates[name] = try Template(source.bytes, name: name)
        } catch {
            let (wrong, expected) = words(for: error.kind, in: source)
            noted.problems.append(
                Problem(wrong, expected: expected, file: path, source: source, offset: error.offset))
        }
    }
    return noted.problems.count == before ? templates : nil
}

/// What is wrong with a template, and what was expected.
private func words(for fault: TemplateFault.Kind, in source: SourceText) -> (wrong: String, expected: String) {
    switch fault {
    case .unclosedTag: ("a tag is not closed", "its closing braces")
    case .badName(""): ("a tag without a name", "a name between its braces")
    case .badName(let name): ("\(quoted(name)) is no name", "a word, or words joined by dots, as in {{name}}")
    case .unsupported(let tag):
        ("a tag {{\(tag)}}", "no inheritance and no names that change; a partial is {{>name}}")
    case .badDelimiters: ("a tag that does not set two delimiters", "something like {{=<% %>=}}")
    case .unclosedSection(let name): ("the section \(quoted(name)) is not closed", "{{/\(name)}} after it")
    case .unopenedSection(let name): ("the section \(quoted(name)) is closed, but not open", "{{#\(name)}} before it")
    case .closedByAnother(let open, let opened, let close):
        (
            "{{/\(close)}} closes the section \(quoted(open)), which begins at \(source.position(at: opened))",
            "{{/\(open)}}"
        )
    case .nestedTooDeeply: ("sections in sections, too deep", "at most \(Template.deepest)")
    case .missingPartial(let name): ("no template is called \(quoted(name))", "the name of a file of the theme")
    case .endlessPartials(let name): ("\(quoted(name)) includes itself", "partials that end")
    }
}

extension Theme {
    /// What rendering found, as a mistake at its place.
    public func problem(_ fault: TemplateFault) -> Problem {
        let (wrong, expected) = words(for: fault.kind, in: SourceText(templates[fault.template]?.bytes ?? []))
        return problem(wrong, expected: expected, in: fault.template, at: fault.offset)
    }
}
