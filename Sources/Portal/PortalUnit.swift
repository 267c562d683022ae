import Desk

/// A unit as the portal shows it.
public struct PortalUnit: Equatable, Sendable {
    /// The id, which is also its place in addresses.
    public var id: String
    /// The id of the unit above it; nil at the top.
    public var parent: String?
    /// The title in each language.
    public var title: LocalizedText
    /// False for a heading that receives no letters itself.
    public var takesLetters: Bool
    /// False while the unit receives no new letters.
    public var isOpen: Bool
    /// What writers to this unit should know; may be empty.
    public var guidance: LocalizedText
    /// The telephone number; may be empty.
    public var phone: String

    /// A unit with the defaults.
    public init(id: String, title: LocalizedText) {
        self.id = id
        parent = nil
        self.title = title
        takesLetters = true
        isOpen = true
        guidance = LocalizedText()
        phone = ""
    }

    /// The unit as the desk's rules see it.
    public func recipient(in language: Language) -> Unit {
        Unit(id: id, title: title[language], takesLetters: takesLetters, isOpen: isOpen)
    }
}
