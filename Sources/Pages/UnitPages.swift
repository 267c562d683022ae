import Persian
import Portal

extension Pages {
    /// The recipient list: the tree, with a filter that a script adds.
    public func units(_ tree: UnitTree) -> Page {
        Page(
            title: texts(.unitsTitle), summary: texts(.unitsLead),
            main: """
                <h1>\(texts(.unitsTitle))</h1>
                <p class="lead">\(texts(.unitsLead))</p>
                <div class="field" hidden><label for="find">\(texts(.unitsFilter))</label>\
                <input id="find" type="search" autocomplete="off" data-filter="units" aria-controls="units"></div>
                <p class="hint" aria-live="polite" data-found="units" \
                data-many="\(texts(.unitsFound, ["count": "#"]))" data-none="\(texts(.unitsFound, ["count": count(0)]))"></p>
                <nav class="tree" id="units" aria-label="\(texts(.unitsTitle))">\(branch(tree.top, tree))</nav>

                """)
    }

    private func branch(_ units: [PortalUnit], _ tree: UnitTree) -> HTML {
        let lines = units.map { unit -> HTML in
            let children = tree.children(of: unit.id)
            let link = link(to: unit)
            return """
                <li data-key="\(folded(unit.title[language]))">\
                \(children.isEmpty ? link : "<details open><summary>\(link)</summary>\(branch(children, tree))</details>")</li>

                """
        }
        return "<ul>\n\(lines)</ul>"
    }

    private func list(_ units: [PortalUnit]) -> HTML {
        "<ul>\n\(units.map { unit -> HTML in "<li>\(link(to: unit))</li>\n" })</ul>"
    }

    private func link(to unit: PortalUnit) -> HTML {
        """
        <a href="\(paths.unit(unit.id))">\(unit.title[language])</a>\
        \(if: !unit.isOpen, " <span class=\"closed\">\(texts(.unitClosed))</span>")
        """
    }

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
                \(if: !surroundings.children.isEmpty, """
                    <h2>\(texts(.unitChildren))</h2>
                    <nav class="tree" aria-label="\(texts(.unitChildren))">\(list(surroundings.children))</nav>

                    """)\
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
