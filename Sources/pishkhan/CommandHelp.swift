extension Command {
    /// How it is called, what it does, and its options.
    var help: String {
        var lines = usage.map { wrapped("pishkhan \($0)", to: 118).joined(separator: "\n    ") } + ["", about]
        if !options.isEmpty {
            let width = options.map(\.form.count).max() ?? 0
            lines.append("")
            for option in options {
                let indent = String(repeating: " ", count: width + 4)
                let text = wrapped(option.about, to: 116 - width).joined(separator: "\n" + indent)
                lines.append("  " + option.form + String(repeating: " ", count: width + 2 - option.form.count) + text)
            }
        }
        return lines.joined(separator: "\n")
    }
}

/// A text in lines of at most so many characters; a longer word has a line of its own.
func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
        let line = lines[lines.count - 1]
        if line.isEmpty {
            lines[lines.count - 1] = String(word)
        } else if line.count + 1 + word.count <= width {
            lines[lines.count - 1] = line + " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines
}
