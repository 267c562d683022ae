import CMarkdown
import Configuration

/// What a page links to and can be linked at.
struct PageOutline {
    /// A link or an image.
    struct Link {
        let target: String
        let isImage: Bool
        /// What stands for the image where it is not seen, or the link's words.
        let words: String
        /// The byte of the page's file at which the target stands, or the file's text begins where it was not found.
        let offset: Int
    }

    let links: [Link]
    /// The anchors of its headings.
    let anchors: [String]

    /// - Parameter filled: the page's text with its limits filled in, from which the anchors are made.
    init(of page: SitePage, filled: String) {
        links = Self.links(of: page)
        anchors = Markdown.withDocument(filled, whenFailed: []) { document, _ in
            Markdown.headings(in: document).map(\.anchor)
        }
    }

    /// The links and images of a page, in their order.
    static func links(of page: SitePage) -> [Link] {
        var place = page.textOffset
        return Markdown.withDocument(page.markdown, whenFailed: []) { document, _ in
            Markdown.nodes(in: document).compactMap { node in
                let type = cmark_node_get_type(node)
                guard type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE, let url = cmark_node_get_url(node) else {
                    return nil
                }
                let target = String(cString: url)
                let offset = Self.offset(of: target, in: page.source.bytes, from: place) ?? place
                place = offset
                return Link(
                    target: target, isImage: type == CMARK_NODE_IMAGE,
                    words: Markdown.words(of: node), offset: offset)
            }
        }
    }

    /// Where a link's target stands: after a parenthesis, an angle bracket, or a colon and a space. A target that is
    /// written with escapes is not found.
    private static func offset(of target: String, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = Array(target.utf8)
        guard start + wanted.count <= bytes.count else { return nil }
        let before: [UInt8] = [UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: " ")]
        return (start...(bytes.count - wanted.count)).first { place in
            place > 0 && before.contains(bytes[place - 1]) && bytes[place...].starts(with: wanted)
        }
    }
}
