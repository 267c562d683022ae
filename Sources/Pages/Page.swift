/// A page's own content, before the theme's shell is around it.
public struct Page: Sendable {
    /// The title, which is also the `h1` on most pages.
    public let title: String
    /// What stands in `main`.
    public let main: HTML
    /// What it is about, in a sentence for search engines; empty for none.
    public let summary: String
    /// Whether the page shows a form that could not be accepted; the title then says so first.
    public let hasErrors: Bool
    /// The path of the page that stands for this one now, to which browsers go on by themselves; nil for this one.
    public let successor: String?

    /// A page.
    public init(
        title: String, summary: String = "", main: HTML, hasErrors: Bool = false, successor: String? = nil
    ) {
        self.title = title
        self.summary = summary
        self.main = main
        self.hasErrors = hasErrors
        self.successor = successor
    }
}
