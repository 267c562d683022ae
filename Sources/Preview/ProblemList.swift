import Pages
import Source

/// What is wrong with the site, as a browser shows it: each problem with its place, its line and a caret.
struct ProblemList: Equatable, Sendable {
    private let problems: [Problem]
    private let other: String?

    /// Mistakes in the site's files.
    init(_ problems: [Problem]) {
        self.problems = problems
        other = nil
    }

    /// Something else, such as a full disk.
    init(_ fault: String) {
        problems = []
        other = fault
    }

    /// The list as a part of a page.
    ///
    /// - Parameter isAbovePage: whether a page of the portal follows, from an earlier build.
    func markup(isAbovePage: Bool) -> HTML {
        var items = problems.reduce(into: HTML.empty) { $0 += Self.item($1) }
        if let other { items += "<li><p>\(other)</p></li>" }
        return """
            <section id="preview-problems" lang="en" dir="ltr" role="alert">
            <h1>The build failed</h1>
            <p>\(isAbovePage ? "The page is as it was last built. " : "")It follows as soon as this is mended.</p>
            <ol>\(items)</ol>
            </section>

            """
    }

    private static func item(_ problem: Problem) -> HTML {
        let weight: HTML =
            problem.weight == .error ? "<b class=\"error\">error:</b>" : "<b class=\"warning\">warning:</b>"
        let excerpt: HTML = problem.excerpt.map(Self.lines) ?? .empty
        return """
            <li><p><span class="place">\(problem.file):\(problem.position.description)</span>: \(weight) \
            <bdi>\(problem.message)</bdi></p>\(excerpt)</li>

            """
    }

    /// The line with the place marked in it, as a browser may order and widen letters otherwise than a terminal, and the
    /// terminal's caret under it.
    private static func lines(_ excerpt: SourceExcerpt) -> HTML {
        let scalars = Array(excerpt.line.unicodeScalars)
        func text(_ part: some Sequence<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        let place = min(excerpt.place, scalars.count)
        let marked = place < scalars.count ? text(scalars[place...place]) : " "
        let caret = String(repeating: " ", count: excerpt.indent) + "^"
        return """
            <pre>\(text(scalars[..<place]))<mark>\(marked)</mark>\(text(scalars.dropFirst(place + 1)))
            \(caret)</pre>
            """
    }
}
