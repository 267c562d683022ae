import Persian
import Portal

extension Pages {
    /// One unit: what its writers should know, and the way to a new letter.
    public func unit(_ surroundings: UnitSurroundings) -> Page {
        let unit = surroundings.unit
        if let successor = surroundings.successor { return replaced(unit, by: successor) }
        let title = unit.title[language]
        let action: HTML =
            if !unit.takesLetters {
                "<p>\(texts(.unitHeading))</p>\n"
            } else if !unit.isOpen {
                "<div class=\"notice warning\"><p>\(texts(.unitClosedText))</p></div>\n"
            } else {
                """
                <div class="actions"><a class="button" href="\(paths.newLetter(to: unit.id))">\(texts(.unitWrite))</a></div>

                """
            }
        return Page(
            title: title,
            summary: texts(.unitSummary, ["unit": title, "organisation": settings.organisation[language]]),
            main: """
                <h1>\(title)</h1>
                \(briefing(of: unit, isAside: false))\
                \(contact(of: unit))\
                \(action)\
                \(children(surroundings.children))\
                \(unit.parent.map { "<p><a href=\"\(paths.unit($0))\">\(texts(.unitAbove))</a></p>\n" })\
                <p><a href="\(paths.units)">\(texts(.unitsTitle))</a></p>

                """)
    }

    /// The page of a unit whose place another has taken: it says so, and browsers go on to the other's.
    private func replaced(_ old: PortalUnit, by new: PortalUnit) -> Page {
        let (oldTitle, newTitle) = (old.title[language], new.title[language])
        return Page(
            title: oldTitle,
            main: """
                <h1>\(oldTitle)</h1>
                <p class="lead">\(texts(.unitReplaced, ["old": oldTitle, "new": newTitle]))</p>
                <div class="actions"><a class="button" href="\(paths.unit(new.id))">\(texts(.unitReplacement, ["new": newTitle]))</a></div>
                <p><a href="\(paths.units)">\(texts(.unitsTitle))</a></p>

                """,
            successor: paths.unit(new.id))
    }
}
