import Glibc
import CMarkdown
import Pages
import Portal

/// Markdown (GitHub's flavour, by cmark-gfm) as markup: raw HTML is left out, tables work.
enum Markdown {
    /// Renders a text.
    ///
    /// - Parameter link: what becomes of a link to a page of the portal, such as `/contact/`.
    static func render(_ text: String, link: (String) -> String) -> HTML {
        cmark_gfm_core_extensions_ensure_registered()
        let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_DEFAULT
        guard let parser = cmark_parser_new(options) else { return .empty }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        cmark_parser_feed(parser, text, text.utf8.count)
        guard let document = cmark_parser_finish(parser) else { return .empty }
        defer { cmark_node_free(document) }
        rewriteLinks(in: document, link)
        guard let markup = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else {
            return .empty
        }
        defer { free(markup) }
        return HTML(trusted: Array(UnsafeRawBufferPointer(start: markup, count: strlen(markup))))
    }

    private static func rewriteLinks(in document: OpaquePointer, _ link: (String) -> String) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                cmark_node_get_type(node) == CMARK_NODE_LINK, let url = cmark_node_get_url(node)
            else { continue }
            let target = String(cString: url)
            if target.hasPrefix("/") { cmark_node_set_url(node, link(target)) }
        }
    }
}
