import Pages
import Testing

@Test(
    "What is interpolated is text, escaped for elements and quoted attributes",
    arguments: [
        ("<script>", "&lt;script&gt;"), ("\"'&", "&quot;&#39;&amp;"), ("سلام", "سلام"), ("", ""),
        ("a&amp;b", "a&amp;amp;b"),
    ])
func escaping(text: String, escaped: String) {
    let html: HTML = "<b title=\"\(text)\">\(text)</b>"
    #expect(html.markup == "<b title=\"\(escaped)\">\(escaped)</b>")
}

@Test("A literal in a choice is markup, a value of type String never")
func choices() {
    let hostile = "<i>"
    let isEmpty = hostile.isEmpty
    let html: HTML = "\(isEmpty ? "<p>none</p>" : "<p>\(hostile)</p>")\(isEmpty ? "<b>" : hostile)"
    #expect(html.markup == "<p>&lt;i&gt;</p>&lt;i&gt;")
}

@Test("Markup within markup stays markup, and nothing stays nothing")
func nesting() {
    let text = "&"
    let inner: HTML = "<b>\(text)</b>"
    let nothing: HTML? = nil
    let html: HTML = "[\(inner)][\(nothing)][\([inner, inner])][\(if: false, "x")][\(if: true, inner)]"
    #expect(html.markup == "[<b>&amp;</b>][][<b>&amp;</b><b>&amp;</b>][][<b>&amp;</b>]")
}
