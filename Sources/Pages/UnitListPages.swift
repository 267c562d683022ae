import Persian
import Portal

/// The recipient list: as a tree, by letters, and by a search that a script adds.
extension Pages {
    /// How many units a tree shows at most.
    static let mostInTree = 500

    /// The recipient list as a tree, as deep as it stays readable.
    ///
    /// - Parameters:
    ///   - letters: the letters of the list by letters.
    ///   - index: the path of the file that the search reads.
    public func units(_ tree: UnitTree, letters: AlphabeticalList, index: String) -> Page {
        let levels = tree.levels(ofAtMost: Self.mostInTree)
        let isWhole = tree.top.isEmpty || levels == tree.levels(ofAtMost: .max)
        let list: HTML =
            levels == 0
            ? ""
            : "<nav class=\"tree\" id=\"units\" aria-label=\"\(texts(.unitsTitle))\">\(branch(tree.top, tree, levels))</nav>\n"
        return Page(
            title: texts(.unitsTitle), summary: texts(.unitsLead),
            main: """
                <h1>\(texts(.unitsTitle))</h1>
                <p class="lead">\(texts(.unitsLead))</p>
                \(search(index))\(letterLinks(letters))\
                \(if: !isWhole && levels > 0, "<p class=\"hint\">\(texts(.unitsDeeper))</p>\n")\
                \(if: levels == 0 && !tree.top.isEmpty, "<p>\(texts(.unitsMany))</p>\n")\
                \(list)
                """)
    }

    /// The search, which stays hidden without its script.
    private func search(_ index: String) -> HTML {
        """
        <div class="field" hidden><label for="find">\(texts(.unitsFilter))</label>\
        <input id="find" type="search" autocomplete="off" data-index="\(index)" data-path="\(paths.units)" aria-controls="found"></div>
        <p class="hint" aria-live="polite" data-found="units" data-many="\(texts(.unitsFound, ["count": "#"]))" \
        data-none="\(texts(.unitsFound, ["count": count(0)]))" data-failed="\(texts(.unitsSearchFailed))"></p>
        <ul class="found" id="found" hidden></ul>

        """
    }

    private func branch(_ units: [PortalUnit], _ tree: UnitTree, _ levels: Int) -> HTML {
        let lines = units.map { unit -> HTML in
            let children = levels > 1 ? tree.children(of: unit.id) : []
            let link = link(to: unit)
            return """
                <li>\(link)\(if: !children.isEmpty, branch(children, tree, levels - 1))</li>

                """
        }
        return "<ul>\n\(lines)</ul>"
    }

    /// A link to a unit's page.
    func link(to unit: PortalUnit) -> HTML { link(to: unit.id, unit.title[language], isOpen: unit.isOpen) }

    private func link(to id: String, _ title: String, isOpen: Bool) -> HTML {
        """
        <a href="\(paths.unit(id))">\(title)</a>\
        \(if: !isOpen, " <span class=\"closed\">\(texts(.unitClosed))</span>")
        """
    }

    /// The units right below another one; where they are too many, the way to find one of them.
    func children(_ units: [PortalUnit]) -> HTML {
        guard !units.isEmpty else { return .empty }
        let isFew = units.count <= Self.mostInTree
        let lines = isFew ? units.map { unit -> HTML in "<li>\(link(to: unit))</li>\n" } : []
        return """
            <h2>\(texts(.unitChildren))</h2>
            \(if: isFew, "<nav class=\"tree\" aria-label=\"\(texts(.unitChildren))\"><ul>\n\(lines)</ul></nav>\n")\
            \(if: !isFew, "<p>\(texts(.unitsMany)) <a href=\"\(paths.alphabet())\">\(texts(.unitsByLetter))</a></p>\n")
            """
    }

    /// A page of the list by letters.
    public func units(_ page: AlphabeticalList.Page, of list: AlphabeticalList) -> Page {
        let title =
            page.beginning.isEmpty
            ? texts(.unitsByLetter) : texts(.unitsBeginning, ["beginning": digits(page.beginning)])
        let branches = page.name.isEmpty ? [] : page.branches
        let further = branches.map { branch -> HTML in
            "<li><a href=\"\(paths.alphabet(branch.name))\">\(branch.beginning)…</a></li>\n"
        }
        let groups = page.groups.map { group -> HTML in
            """
            \(if: page.name.isEmpty, "<h2 id=\"\(group.anchor)\">\(digits(group.heading))</h2>\n")\
            <ul>
            \(group.entries.map(entry))</ul>

            """
        }
        return Page(
            title: title, summary: texts(.unitsLead),
            main: """
                <h1>\(title)</h1>
                \(letterLinks(list, on: page))\
                <div class="tree">
                \(if: !further.isEmpty, "<ul>\n\(further)</ul>\n")\(groups)</div>
                <p><a href="\(paths.units)">\(texts(.unitsTitle))</a></p>

                """)
    }

    private func entry(_ entry: AlphabeticalList.Entry) -> HTML {
        """
        <li>\(link(to: entry.id, entry.title, isOpen: entry.isOpen))\
        \(if: !entry.above.isEmpty, " <span class=\"hint\">\(entry.above)</span>")</li>

        """
    }

    /// The letters with which names begin, each with a link.
    private func letterLinks(_ list: AlphabeticalList, on page: AlphabeticalList.Page? = nil) -> HTML {
        guard !list.letters.isEmpty else { return .empty }
        let links = list.letters.map { letter -> HTML in
            let isHere = letter.name == page?.name
            let path =
                list.isOnePage ? (page == nil ? paths.alphabet() : "") + "#" + letter.name : paths.alphabet(letter.name)
            return "<li><a href=\"\(path)\"\(if: isHere, " aria-current=\"page\"")>\(digits(letter.heading))</a></li>"
        }
        return "<nav class=\"letters\" aria-label=\"\(texts(.unitsByLetter))\"><ul>\(links)</ul></nav>\n"
    }
}
