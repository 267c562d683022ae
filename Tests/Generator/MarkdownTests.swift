import Testing

@testable import Configuration
@testable import Generator

private func markup(_ text: String) -> String {
    Markdown.render(
        text, link: { $0 },
        picture: { target in
            switch target {
            case "door.jpg": Markdown.Picture(address: "/assets/door.jpg", size: PictureSize(width: 300, height: 200))
            case "plan.svg": Markdown.Picture(address: "/assets/plan.svg", size: nil)
            default: nil
            }
        }
    ).markup
}

@Test("A table is a table, with the alignment of its columns")
func table() {
    #expect(
        markup("| a | b |\n| :-- | --: |\n| 1 | *2* |\n") == """
            <table>
            <thead>
            <tr>
            <th align="left">a</th>
            <th align="right">b</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td align="left">1</td>
            <td align="right"><em>2</em></td>
            </tr>
            </tbody>
            </table>

            """)
}

@Test(
    "Raw HTML is left out, in blocks and in lines, and so are links that run programs",
    arguments: [
        "<script>alert(1)</script>\n", "a <b onclick=\"x\">b</b>\n", "<div>\n\n*x*\n\n</div>\n", "<!-- x -->\n",
        "<style>p{}</style>\n", "[x](javascript:alert(1))\n", "[x](data:text/html,x)\n", "![x](javascript:alert(1))\n",
    ])
func noRawHTML(text: String) {
    let made = markup(text)
    for part in ["<script", "<b", "<div", "<!-- x", "<style", "javascript:", "data:"] {
        #expect(!made.contains(part), "\(made)")
    }
}

@Test("Footnotes are no part of the pages: their signs stay as they are written")
func noFootnotes() {
    let made = markup("a[^1]\n\n[^1]: note\n")
    #expect(!made.contains("footnote") && !made.contains("<sup"), "\(made)")
}

@Test("A picture has its address, its words, its size and its title; one that is not there leaves its words")
func pictures() {
    let door = "<img src=\"/assets/door.jpg\" alt=\"Door &amp; &quot;bell&quot;\" width=\"300\" height=\"200\""
    #expect(
        markup("![Door & \"bell\"](door.jpg \"Main <door>\")")
            == "<p>\(door) title=\"Main &lt;door&gt;\" loading=\"lazy\"></p>\n")
    #expect(
        markup("![*A* plan](plan.svg)") == "<p><img src=\"/assets/plan.svg\" alt=\"A plan\" loading=\"lazy\"></p>\n")
    #expect(markup("![no <such> one](none.png)") == "<p>no &lt;such&gt; one</p>\n")
    let linked = markup("[![Door & \"bell\"](door.jpg)](/guide/)")
    #expect(linked.hasPrefix("<p><a href=\"/guide/\">\(door) loading"), "\(linked)")
}
