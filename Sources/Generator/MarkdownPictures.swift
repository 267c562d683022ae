import CMarkdown
import Configuration
import Pages

extension Markdown {
    /// A picture as it is published.
    struct Picture {
        /// Its address.
        let address: String
        /// Its size; nil for a drawing, which has none.
        let size: PictureSize?
    }

    /// cmark writes pictures without their sizes, for want of which a page jumps while it loads; so each becomes a node of
    /// our own. One that is not there leaves its words.
    static func placePictures(in document: OpaquePointer, _ picture: (String) -> Picture?) {
        for node in nodes(in: document) where cmark_node_get_type(node) == CMARK_NODE_IMAGE {
            guard let target = cmark_node_get_url(node), let own = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else {
                continue
            }
            let words = words(of: node)
            let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
            let markup =
                picture(String(cString: target)).map { element($0, words: words, title: title) } ?? .text(words)
            cmark_node_set_on_enter(own, markup.markup)
            cmark_node_replace(node, own)
            cmark_node_free(node)
        }
    }

    private static func element(_ picture: Picture, words: String, title: String) -> HTML {
        """
        <img src="\(picture.address)" alt="\(words)"\
        \(picture.size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" })\
        \(if: !title.isEmpty, " title=\"\(title)\"") loading="lazy">
        """
    }
}
