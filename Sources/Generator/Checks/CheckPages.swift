import Configuration
import Portal
import Source

/// What is worth mending in the pages of text: links and anchors that lead nowhere, images without words, and pages that
/// no link leads to.
func pageWarnings(of site: Site, in pages: PublicPages) -> [Problem] {
    let outlines = site.pages.map { page in
        (page: page, outline: PageOutline(of: page, filled: pages.filled(page).markdown))
    }
    var anchors = Dictionary(uniqueKeysWithValues: pages.places.map { ($0, Set<String>()) })
    for (page, outline) in outlines { anchors[pages.place(of: page)] = Set(outline.anchors) }
    let checked = outlines.flatMap { page, outline in
        outline.links.flatMap { link in
            linkWarnings(link, on: page, pages, anchors)
        }
    }
    return checked + unreachableWarnings(outlines, site.menu, pages)
}

private func linkWarnings(
    _ link: PageOutline.Link, on page: SitePage, _ pages: PublicPages, _ anchors: [String: Set<String>]
) -> [Problem] {
    func warning(_ wrong: String, expected: String, note: String? = nil) -> Problem {
        Problem(
            wrong, expected: expected, note: note, weight: .warning, file: page.file, source: page.source,
            offset: link.offset)
    }
    var warnings: [Problem] = []
    if link.isImage, link.words.isEmpty {
        warnings.append(
            warning(
                "an image without words for those who do not see it", expected: "![what it shows](\(link.target))"))
    }
    guard case .inside(let path, let anchor) = pages.destination(of: link.target, on: page) else { return warnings }
    guard let there = anchors[path] else {
        let near = nearest(to: path, among: anchors.keys.sorted()).map { pages.written($0, on: page) }
        warnings.append(
            warning(
                "\(quoted(link.target)) leads to no page", expected: "a page of the portal",
                note: near.map { "did you mean \(quoted($0))?" }))
        return warnings
    }
    if let anchor, anchor != "main", !there.contains(anchor) {
        warnings.append(
            warning(
                "no heading of \(path) has the anchor \(quoted("#" + anchor))",
                expected: there.isEmpty ? "a link without one" : "one of its headings",
                note: Problem.note(nearestTo: "#" + anchor, among: there.sorted().map { "#" + $0 })))
    }
    return warnings
}

/// The pages that the portal itself does not link to, and that no page leads to that can be reached.
private func unreachableWarnings(
    _ outlines: [(page: SitePage, outline: PageOutline)], _ menu: [MenuEntry], _ pages: PublicPages
) -> [Problem] {
    let linked = SitePage.linked + menu.map(\.page)
    var reached = Set(outlines.filter { linked.contains($0.page.name) }.map { pages.place(of: $0.page) })
    var isGrowing = true
    while isGrowing {
        isGrowing = false
        for (page, outline) in outlines where reached.contains(pages.place(of: page)) {
            for link in outline.links {
                if case .inside(let path, _) = pages.destination(of: link.target, on: page),
                    reached.insert(path).inserted
                {
                    isGrowing = true
                }
            }
        }
    }
    return outlines.filter { !reached.contains(pages.place(of: $0.page)) }.map { page, _ in
        Problem(
            "no link leads to this page", expected: "a link such as [\(page.title)](/\(page.name)/) in another page",
            weight: .warning, file: page.file)
    }
}
