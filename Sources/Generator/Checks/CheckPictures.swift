import Configuration
import Portal
import Source

/// The pictures that the pages of text show, each where it stands.
struct PictureLinks: Sendable {
    fileprivate let all: [(page: SitePage, link: PageOutline.Link)]

    init(_ site: Site) {
        let pages = site.pages + site.settings.languages.flatMap { site.news[$0] ?? [] }.map(\.page)
        all = pages.filter(Self.mayShowPictures).flatMap { page in
            PageOutline.links(of: page).filter(\.isImage).map { (page, $0) }
        }
    }

    private static func mayShowPictures(_ page: SitePage) -> Bool {
        zip(page.markdown.utf8, page.markdown.utf8.dropFirst()).contains {
            $0 == UInt8(ascii: "!") && $1 == UInt8(ascii: "[")
        }
    }

    /// The pictures by their paths below the pages' folder, whether they are there or not.
    var paths: Set<String> {
        Set(
            all.compactMap { page, link in
                if case .inside(let path) = PicturePlace(link.target, on: page) { path } else { nil }
            })
    }
}

/// The pictures of pages that are looked for outside of the pages' folder.
func pictureProblems(of links: PictureLinks) -> [Problem] {
    links.all.filter { PicturePlace($1.target, on: $0) == .outside }.map { page, link in
        Problem(
            "\(quoted(link.target)) leads out of the pages' folder", expected: "a picture beside the pages",
            file: page.file, source: page.source, offset: link.offset)
    }
}

/// The pictures that browsers will not show, and those that no page shows.
func pictureWarnings(of site: Site, _ links: PictureLinks) -> [Problem] {
    let missing = links.all.compactMap { page, link -> Problem? in
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
    let shown = links.paths
    let unused = site.pictures.filter { !shown.contains($0.key) }.sorted { $0.key < $1.key }.map { path, picture in
        Problem("no page shows this picture", expected: "![what it shows](…)", weight: .warning, file: picture.file)
    }
    return missing + unused
}
