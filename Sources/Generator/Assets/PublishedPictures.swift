import Configuration
import Portal

/// Where a picture of a page lies.
enum PicturePlace: Equatable {
    /// Below the pages' folder, such as `fa/door.jpg`.
    case inside(String)
    /// Out of the pages' folder.
    case outside
    /// On the web, or at an address of the portal.
    case elsewhere

    /// - Parameters:
    ///   - target: as it is written in the page.
    ///   - page: the page, from whose file the way begins.
    init(_ target: String, on page: SitePage) {
        guard !target.hasPrefix("/"), !target.contains(":"), !target.hasPrefix("#"), !target.isEmpty else {
            self = .elsewhere
            return
        }
        var steps = [page.language.rawValue] + page.name.split(separator: "/").dropLast().map(String.init)
        for step in PublicPages.decoded(target[...]).split(separator: "/") {
            switch step {
            case ".": continue
            case "..":
                guard steps.popLast() != nil else {
                    self = .outside
                    return
                }
            default: steps.append(String(step))
            }
        }
        self = .inside(steps.joined(separator: "/"))
    }
}

extension Assets {
    /// A picture of a page as it is published; nil where there is none.
    func picture(_ target: String, on page: SitePage, of site: Site) -> Markdown.Picture? {
        guard case .inside(let path) = PicturePlace(target, on: page), let picture = site.pictures[path],
            let address = pictures[path]
        else { return nil }
        return Markdown.Picture(address: address, size: picture.size)
    }
}
