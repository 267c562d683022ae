import Mustache
import Portal
import Source

extension Theme {
    /// What is wrong between the templates, and with the names in them: all of it, so that rendering finds nothing more.
    var templateProblems: [Problem] {
        var check = TemplateCheck(theme: self)
        check.visit(page, names: [ThemeName.all])
        if check.problems.isEmpty {
            for slot in [PageShell.Slot.title, .main] where !check.slots.contains(slot) {
                check.problems.append(problem(missing: slot))
            }
        }
        return check.problems
    }
}

/// Follows a theme's templates into their partials, with the names that stand around each tag.
private struct TemplateCheck {
    let theme: Theme
    var problems: [Problem] = []
    /// The slots that stand somewhere.
    var slots: Set<PageShell.Slot> = []
    /// The templates that are being followed, outermost first.
    private var chain: [String] = []

    init(theme: Theme) { self.theme = theme }

    mutating func visit(_ template: Template, names: [[String: ThemeName]]) {
        chain.append(template.name)
        visit(template.tags, names)
        chain.removeLast()
    }

    private mutating func visit(_ tags: [TemplateTag], _ names: [[String: ThemeName]]) {
        for tag in tags {
            switch tag {
            case .value(let parts, let offset): visitValue(parts, offset, names)
            case .partial(let name, let offset): visitPartial(name, offset, names)
            case .section(let parts, let isInverted, let offset, let inside):
                guard let found = found(parts, offset, names) else { continue }
                if case .slot = found {
                    let name = parts.joined(separator: ".")
                    note(
                        "a section about \(quoted(name)), which differs from page to page",
                        expected: "{{\(name)}} without a section, or one about something that all pages share", offset)
                }
                visit(inside, isInverted ? names : names + [found.inside])
            }
        }
    }

    private mutating func visitValue(_ parts: [String], _ offset: Int, _ names: [[String: ThemeName]]) {
        guard let found = found(parts, offset, names) else { return }
        switch found {
        case .text: break
        case .slot: parts.first.flatMap(PageShell.Slot.init(rawValue:)).map { _ = slots.insert($0) }
        case .object, .list:
            let name = parts.joined(separator: ".")
            let inside = found.inside.keys.sorted().map { "{{\($0)}}" }.joined(separator: " and ")
            note("\(quoted(name)) is no text", expected: "{{#\(name)}} … {{/\(name)}} with \(inside) in it", offset)
        }
    }

    private mutating func visitPartial(_ name: String, _ offset: Int, _ names: [[String: ThemeName]]) {
        guard let partial = theme.templates[name] else {
            return note(
                "there is no file \(name).mustache", expected: "the name of a template of the theme", offset,
                Problem.note(nearestTo: name, among: theme.templates.keys.sorted()))
        }
        guard !chain.contains(name) else {
            return note("\(name).mustache includes itself", expected: "partials that end", offset)
        }
        visit(partial, names: names)
    }

    /// What a tag names; nil, and noted, where there is no such thing.
    private mutating func found(_ parts: [String], _ offset: Int, _ names: [[String: ThemeName]]) -> ThemeName? {
        // The implicit iterator is the text that a section is about; there are no lists of texts.
        guard let first = parts.first else {
            note("{{.}} stands for nothing here", expected: "a name", offset)
            return nil
        }
        var around = names.reversed().first { $0[first] != nil } ?? [:]
        var found: ThemeName?
        for part in parts {
            found = around[part]
            guard let inner = found else {
                let known = (part == first ? names.flatMap(\.keys) : Array(around.keys)).sorted()
                note(
                    "unknown name \(quoted(part))",
                    expected: known.isEmpty
                        ? "nothing after \(quoted(first))" : "one of \(known.joined(separator: ", "))",
                    offset, Problem.note(nearestTo: part, among: known))
                return nil
            }
            around = inner.inside
        }
        return found
    }

    private mutating func note(_ wrong: String, expected: String, _ offset: Int, _ note: String? = nil) {
        problems.append(
            theme.problem(wrong, expected: expected, note: note, in: chain.last ?? theme.page.name, at: offset))
    }
}
