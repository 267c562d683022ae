import Source

/// The mistakes and warnings of a site, for people and for programs.
struct ProblemReport {
    let problems: [Problem]
    let isStrict: Bool

    init(_ problems: [Problem], isStrict: Bool) {
        self.problems = problems
        self.isStrict = isStrict
    }

    private var errors: Int { problems.count { $0.weight == .error } }
    private var warnings: Int { problems.count - errors }

    /// Whether the site may be used.
    var isRight: Bool { errors == 0 && (!isStrict || warnings == 0) }

    /// `no mistakes, 2 warnings`.
    var summary: String {
        func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
        let mistakes = errors == 0 ? "no mistakes" : count(errors, "mistake")
        return warnings == 0 ? mistakes : mistakes + ", " + count(warnings, "warning")
    }

    /// Says each on standard error, with its line and a caret, and how many there are.
    func complain() {
        guard !problems.isEmpty else { return }
        let hasColours = Console.hasColours
        for problem in problems { Console.complain(hasColours ? coloured(problem) : problem.withExcerpt) }
        if !isRight { Console.complain(summary + (errors == 0 ? ", which --strict does not let pass" : "")) }
    }

    /// The same in colours: the weight and the caret red or yellow, the place bold.
    private func coloured(_ problem: Problem) -> String {
        let (bold, plain) = ("\u{1B}[1m", "\u{1B}[0m")
        let colour = problem.weight == .error ? "\u{1B}[31m" : "\u{1B}[33m"
        var lines = [
            "\(bold)\(problem.file):\(problem.position):\(plain) \(colour)\(problem.weight):\(plain) \(problem.message)"
        ]
        if let excerpt = problem.excerpt?.lines { lines += [excerpt[0], colour + excerpt[1] + plain] }
        return lines.joined(separator: "\n")
    }

    /// All as one line of JSON.
    func json() throws -> String {
        try jsonText(Whole(errors: errors, warnings: warnings, problems: problems.map(Listed.init)))
    }

    // The property names are the JSON's keys.
    private struct Whole: Encodable {
        let errors: Int
        let warnings: Int
        let problems: [Listed]
    }

    private struct Listed: Encodable {
        let file: String
        let line: Int
        let column: Int
        let severity: String
        let problem: String
        let expected: String?
        let note: String?

        init(_ problem: Problem) {
            file = problem.file
            line = problem.position.line
            column = problem.position.column
            severity = problem.weight.rawValue
            self.problem = problem.wrong
            expected = problem.expected
            note = problem.note
        }
    }
}
