import Configuration
import Portal
import Source

extension Site {
    /// The pages of text that may show pictures, news among them.
    private var illustratedPages: [SitePage] {
        (pages + settings.languages.flatMap { news[$0] ?? [] }.map(\.page)).filter { page in
            zip(page.markdown.utf8, page.markdown.utf8.dropFirst()).contains {
                $0 == UInt8(ascii: "!") && $1 == UInt8(ascii: "[")
            }
        }
    }

    /// The pictures of the pages, each where it stands.
    fileprivate var pictureLinks: [(page: SitePage, link: PageOutline.Link)] {
        illustratedPages.flatMap { page in
            PageOutline(of: page, filled: page.markdown).links.filter(\.isImage).map { (page, $0) }
        }
    }

    /// The pictures that a page shows, by their paths below the pages' folder.
    var shownPictures: Set<String> {
        guard !pictures.isEmpty else { return [] }
        return Set(
            pictureLinks.compactMap { page, link in
                if case .inside(let path) = PicturePlace(link.target, on: page) { path } else { nil }
            })
    }
}

/// The pictures of pages that are looked for outside of the pages' folder.
func pictureProblems(of site: Site) -> [Problem] {
    site.pictureLinks.filter { PicturePlace($1.target, on: $0) == .outside }.map { page, link in
        Problem(
            "\(quoted(link.target)) leads out of the pages' folder", expected: "a picture beside the pages",
            file: page.file, source: page.source, offset: link.offset)
    }
}

/// The pictures that browsers will not show, and those that no page shows.
func pictureWarnings(of site: Site) -> [Problem] {
    let missing = site.pictureLinks.compactMap { page, link -> Problem? in
        func warning(_ wrong: String, expected: String, note: String? = nil) -> Problem {
            Problem(
                wrong, expected: expected, note: note, weight: .warning, file: page.file, source: page.source,
                offset: link.offset)
        }
        switch PicturePlace(link.target, on: page) {
        case .inside(let path) where site.pictures[path] == nil:
            let near = nearest(to: path, among: site.pictures.keys.sorted())
            return warning(
                "there is no picture \(quoted(path)) in the pages' folder", expected: "a file beside the page",
                note: near.map { "did you mean \(quoted($0))?" })
        case .elsewhere:
            // The servers' policy is img-src 'self': nobody else shall learn who reads the pages.
            return warning(
                "a picture from elsewhere, which browsers do not show here", expected: "a file beside the page")
        case .inside, .outside: return nil
        }
    }
    let shown = site.shownPictures
    let unused = site.pictures.filter { !shown.contains($0.key) }.sorted { $0.key < $1.key }.map { path, picture in
        Problem("no page shows this picture", expected: "![what it shows](…)", weight: .warning, file: picture.file)
    }
    return missing + unused
}
