/// واحد: a department that letters can be addressed to, as far as the desk's rules need it.
public struct Unit: Equatable, Sendable {
    /// The id from the units file; never reused.
    public let id: String
    /// The title in the language of whoever writes; a letter keeps it as it was.
    public let title: String
    /// False for a heading of the tree that receives no letters itself.
    public let takesLetters: Bool
    /// False while the unit receives no new letters.
    public let isOpen: Bool

    /// A unit of the portal.
    public init(id: String, title: String, takesLetters: Bool, isOpen: Bool) {
        self.id = id
        self.title = title
        self.takesLetters = takesLetters
        self.isOpen = isOpen
    }
}
