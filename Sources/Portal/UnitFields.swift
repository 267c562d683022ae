import Persian

/// What is known of a unit; ``PortalUnit`` holds it.
public struct UnitFields: Equatable, Sendable {
    /// The id, which is also its place in addresses.
    public var id: String
    /// The title in each language.
    public var title: LocalizedText
    /// Other words under which people look for it, in any language.
    public var aliases: [String] = []
    /// The id of the unit above it; nil at the top.
    public var parent: String?
    /// False for a heading that receives no letters itself.
    public var takesLetters = true
    /// False while the unit receives no new letters.
    public var isOpen = true
    /// The first day on which it takes letters, in the portal's local time; nil for no such day.
    public var opens: DayNumber?
    /// The last day on which it takes letters; nil for no such day.
    public var closes: DayNumber?
    /// What writers to this unit should know, in Markdown; may be empty.
    public var guidance = LocalizedText()
    /// The unit's own form: a file seen from the config's folder; empty for none.
    public var form = ""
    /// What a letter to this unit must have attached, by name; empty for nothing.
    public var requiredAttachments = LocalizedList()
    /// Within how many working days letters are usually answered; nil where that is not said.
    public var workingDays: Int?
    /// The telephone number; may be empty.
    public var phone = ""
    /// The e-mail address; may be empty.
    public var email = ""
    /// Where it is; may be empty.
    public var address = LocalizedText()
    /// When it can be reached; may be empty.
    public var hours = LocalizedText()
    /// The mobile numbers that get a message when a letter reaches the unit, as typed. No page shows them.
    public var notify: [String] = []
    /// The id of the unit that has taken its place; nil for one that still is.
    public var replacedBy: String?
    /// What the build makes of it.
    public var published = Published()

    /// What the build says of a unit, and no file.
    public struct Published: Equatable, Sendable {
        /// The guidance as markup.
        public var guidance = LocalizedMarkup()
        /// The path under which the form can be downloaded; empty for none.
        public var form = ""
        /// Bytes of the form.
        public var formBytes = 0

        /// Nothing.
        public init() {}
    }

    /// The defaults.
    public init(id: String, title: LocalizedText) {
        self.id = id
        self.title = title
    }
}
