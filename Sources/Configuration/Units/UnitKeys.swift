import Portal
import Source

/// The keys of one unit of the units file.
let unitKeys = Keys(
    new: PortalUnit(id: "", title: LocalizedText()),
    [
        Key(
            "id", .text(.unitID), \.id, isRequired: true,
            about: """
                The unit's lasting name in addresses and records. Never change one, and never give the id of a unit that \
                is gone to another: old letters are kept under it.
                """),
        Key("title", .localized, \.title, isRequired: true, about: "The name that people see."),
        Key(
            "parent", .optional(.text(.unitID), new: ""), \.parent,
            about: "The id of the unit above this one. Leave it out for a unit at the top."),
        Key(
            "letters", .boolean, \.takesLetters,
            about: "Whether people can choose this unit. With false it is only a heading for the units below it."),
        Key(
            "open", .boolean, \.isOpen,
            about: "Whether the unit takes new letters for now. With false it is shown all the same."),
        Key(
            "guidance", .localized, \.guidance,
            about: "One or two sentences shown to the sender: which form to use, what to attach."),
        Key("phone", .text(), \.phone, about: "The unit's telephone number, in digits 0-9."),
    ])

extension TextRule {
    /// A unit's id, which is also its place in addresses.
    static let unitID = TextRule(
        expected: "1 to 64 lower-case letters, digits and hyphens", pattern: "^[a-z0-9-]{1,64}$", example: "health"
    ) { id in
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
    }
}
