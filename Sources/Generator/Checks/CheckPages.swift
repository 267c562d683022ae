import Configuration
import Portal
import Source

/// What is worth mending in the pages of text: links and anchors that lead nowhere, images without words, and pages that
/// no link leads to.
func pageWarnings(of site: Site, in pages: PublicPages) -> [Problem] {
    func outlined(_ page: SitePage) -> (page: SitePage, outline: PageOutline) {
        (page, PageOutline(of: page, filled: pages.filled(page).markdown))
    }
    let news = site.settings.languages.flatMap { site.news[$0] ?? [] }.map(\.page)
    let outlines = (site.pages + news).map(outlined)
    let notices = site.notices.flatMap(\.texts).map(outlined)
    var anchors: [String: Set<String>] = [:]
    for (page, outline) in outlines { anchors[site.place(of: page)] = Set(outline.anchors) }
    let checked = (notices + outlines).flatMap { page, outline in
        outline.links.flatMap { link in
            linkWarnings(link, on: page, pages, anchors)
        }
    }
    return checked + pictureWarnings(of: site, pages.pictures) + unreachableWarnings(outlines, site, pages)
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
    if link.isImage { return warnings }
    guard case .inside(let path, let anchor) = pages.destination(of: link.target, on: page) else { return warnings }
    guard pages.places.has(path) else {
        let near = nearest(to: path, among: pages.places.sorted).map { pages.written($0, on: page) }
        warnings.append(
            warning(
                "\(quoted(link.target)) leads to no page", expected: "a page of the portal",
                note: near.map { "did you mean \(quoted($0))?" }))
        return warnings
    }
    let there = anchors[path] ?? []
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
    _ outlines: [(page: SitePage, outline: PageOutline)], _ site: Site, _ pages: PublicPages
) -> [Problem] {
    // The home page and the list of the news lead to the news.
    let linked = SitePage.linked + site.menu.map(\.page)
    var reached = Set(
        outlines.map(\.page).filter { linked.contains($0.name) || $0.name.hasPrefix("news/") }.map(site.place))
    var isGrowing = true
    while isGrowing {
        isGrowing = false
        for (page, outline) in outlines where reached.contains(site.place(of: page)) {
            for link in outline.links {
                if case .inside(let path, _) = pages.destination(of: link.target, on: page),
                    reached.insert(path).inserted
                {
                    isGrowing = true
                }
            }
        }
    }
    return outlines.filter { !reached.contains(site.place(of: $0.page)) }.map { page, _ in
        Problem(
            "no link leads to this page", expected: "a link such as [\(page.title)](/\(page.name)/) in another page",
            weight: .warning, file: page.file)
    }
}
