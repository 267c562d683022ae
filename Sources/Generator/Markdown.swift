import Glibc
import CMarkdown
import Pages
import Portal

/// Markdown (GitHub's flavour, by cmark-gfm) as markup: raw HTML is left out, tables work.
enum Markdown {
    /// Renders a text; each heading gets an anchor.
    ///
    /// - Parameters:
    ///   - link: what becomes of the target of a link, such as `/contact/`.
    ///   - picture: what becomes of a picture, such as `door.jpg`; by default only its words are left.
    static func render(
        _ text: String, link: (String) -> String, picture: (String) -> Picture? = { _ in nil }
    ) -> HTML {
        withDocument(text, whenFailed: HTML.empty) { document, extensions in
            addAnchors(to: document)
            placePictures(in: document, picture)
            return markup(of: document, extensions, link: link)
        }
    }

    private static func markup(
        of document: OpaquePointer, _ extensions: UnsafeMutablePointer<cmark_llist>?, link: (String) -> String
    ) -> HTML {
        for (node, target) in nodes(in: document).compactMap(Self.link) {
            cmark_node_set_url(node, link(target))
        }
        guard let markup = cmark_render_html(document, options, extensions) else { return .empty }
        defer { free(markup) }
        return HTML(trusted: Array(UnsafeRawBufferPointer(start: markup, count: strlen(markup))))
    }

    /// Renders a text that stands below a heading of a page: its own headings are two steps smaller and have no anchors,
    /// which the page's could have too.
    static func renderPart(_ text: String, link: (String) -> String) -> HTML {
        withDocument(text, whenFailed: HTML.empty) { document, extensions in
            for node in nodes(in: document) where cmark_node_get_type(node) == CMARK_NODE_HEADING {
                cmark_node_set_heading_level(node, min(6, cmark_node_get_heading_level(node) + 2))
            }
            return markup(of: document, extensions, link: link)
        }
    }

    static let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_DEFAULT

    /// Parses a text and hands out its tree.
    static func withDocument<Result>(
        _ text: String, whenFailed: Result,
        _ body: (_ document: OpaquePointer, _ extensions: UnsafeMutablePointer<cmark_llist>?) -> Result
    ) -> Result {
        cmark_gfm_core_extensions_ensure_registered()
        guard let parser = cmark_parser_new(options) else { return whenFailed }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        cmark_parser_feed(parser, text, text.utf8.count)
        guard let document = cmark_parser_finish(parser) else { return whenFailed }
        defer { cmark_node_free(document) }
        return body(document, cmark_parser_get_syntax_extensions(parser))
    }

    /// All nodes in the order of the text.
    static func nodes(in document: OpaquePointer) -> [OpaquePointer] {
        guard let iterator = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(iterator) }
        var nodes: [OpaquePointer] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return nodes }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
        }
    }

    private static func link(_ node: OpaquePointer) -> (node: OpaquePointer, target: String)? {
        guard cmark_node_get_type(node) == CMARK_NODE_LINK, let url = cmark_node_get_url(node) else { return nil }
        return (node, String(cString: url))
    }

    /// cmark writes headings without an id, so each becomes a block of our own around what it holds.
    private static func addAnchors(to document: OpaquePointer) {
        for (heading, anchor) in headings(in: document) {
            guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { continue }
            let level = cmark_node_get_heading_level(heading)
            let opening: HTML = "<h\(Int(level)) id=\"\(anchor)\">"
            cmark_node_set_on_enter(block, String(decoding: opening.bytes, as: UTF8.self))
            cmark_node_set_on_exit(block, "</h\(level)>")
            while let child = cmark_node_first_child(heading) {
                cmark_node_unlink(child)
                cmark_node_append_child(block, child)
            }
            cmark_node_replace(heading, block)
            cmark_node_free(heading)
        }
    }
}
