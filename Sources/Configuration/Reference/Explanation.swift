extension ExplainedKey {
    /// What the key is for and what it may hold, in lines for a terminal.
    public var explanation: String {
        var lines = [path, "", Self.wrapped(facts.about), ""]
        lines += facts.value.rows.map { Self.row($0.name, $0.text) }
        lines.append(Self.row("missing", facts.whenMissing))
        let inside = facts.value.keys
        if !inside.isEmpty {
            lines += ["", "keys inside it:"]
            let width = inside.map(\.name.count).max() ?? 0
            lines += inside.map { key in
                let summary = ExplainedKey(path: key.name, facts: key).summary
                return "  \(key.name)\(String(repeating: " ", count: width - key.name.count))  \(summary)"
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The text in lines of at most 80 columns.
    private static func wrapped(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + 1 + word.count <= 80 {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func row(_ name: String, _ text: String) -> String {
        "  \(name)\(String(repeating: " ", count: max(1, 9 - name.count)))\(text)"
    }
}

extension KeyFacts {
    /// What holds where the key is missing.
    var whenMissing: String {
        if isRequired { return "a mistake: the key must be there" }
        guard let fallback else { return "as if nothing were said" }
        return "as if it were \(fallback)" + (fallbackInWords.map { ", which is \($0)" } ?? "")
    }
}

extension KeyFacts {
    /// A default of many bytes or seconds in a unit that people use; nil for others.
    var fallbackInWords: String? {
        guard case .wholeNumber(_, let unit) = value, let number = fallback.flatMap({ Int($0) }) else { return nil }
        let steps: [(size: Int, name: String)] =
            switch unit {
            case .bytes: [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")]
            case .seconds: [(3_600, "hours"), (60, "minutes")]
            case .digits, .pixels, .count, .bits: []
            }
        guard let step = steps.first(where: { number > $0.size && number % $0.size == 0 }) else { return nil }
        return "\(number / step.size) \(step.name)"
    }
}

extension ValueFacts {
    /// What it may hold, in rows.
    fileprivate var rows: [(name: String, text: String)] {
        switch self {
        case .choice(let choices):
            [("holds", "one of these words:")] + choices.map { ("", "\"\($0.word)\": \($0.about)") }
        case .text(let rule) where !rule.example.isEmpty: [("holds", words), ("example", "\"\(rule.example)\"")]
        case .list(.choice(let choices), _): [("holds", words)] + choices.map { ("", "\"\($0.word)\": \($0.about)") }
        case .nullable(let value): value.rows
        default: [("holds", words)]
        }
    }

    /// The keys right inside it, or inside each of its elements.
    var keys: [KeyFacts] {
        switch self {
        case .object(let keys), .localized(let keys): keys
        case .list(let element, _): element.keys
        case .nullable(let value): value.keys
        case .text, .wholeNumber, .boolean, .choice, .dictionary, .anything: []
        }
    }
}
