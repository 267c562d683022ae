import Persian
import Portal
import Source

/// The keys of one unit of the units file.
let unitKeys = Keys(
    new: UnitFields(id: "", title: LocalizedText()),
    [
        Key(
            "id", .text(.unitID), \.id, isRequired: true,
            about: """
                The unit's lasting name in addresses and records. Never change one, and never give the id of a unit that \
                is gone to another: old letters are kept under it.
                """),
        Key("title", .localized, \.title, isRequired: true, about: "The name that people see."),
        Key(
            "aliases", .list(of: .text(.listed), new: ""), \.aliases,
            about: "Other words under which people look for the unit: an old name, a short form, what they call it."),
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
            "opens", .optional(.day, new: DayNumber(0)), \.opens,
            about: "The first day on which the unit takes letters. It is still shown before."),
        Key(
            "closes", .optional(.day, new: DayNumber(0)), \.closes,
            about: "The last day on which the unit takes letters. It is still shown afterwards."),
        Key(
            "guidance", .localized, \.guidance,
            about: """
                What writers to this unit should know, on its page and beside the form of a new letter. It is Markdown: \
                lists, links and **bold** words work.
                """),
        Key(
            "form", .text(.formFile), \.form,
            about: """
                The unit's own form to download: a file seen from the config's folder. A link to it stands on the unit's \
                page and beside the form of a new letter.
                """),
        Key(
            "requiredAttachments", .localizedList, \.requiredAttachments,
            about: """
                What a letter to this unit must have attached, by name. A letter without any attachment is refused; \
                whether they are the right ones, a reviewer sees.
                """),
        Key(
            "workingDays", .optional(.number(1...365), new: 1), \.workingDays,
            about: "Within how many working days letters are usually answered. Citizens read it."),
        Key(
            "phone", .text(), \.phone,
            about: "The unit's telephone number, in digits 0-9. Where it is one, telephones dial it at a touch."),
        Key("email", .text(.emailAddress), \.email, about: "The unit's e-mail address."),
        Key("address", .localized, \.address, about: "Where the unit is, for people who come."),
        Key("hours", .localized, \.hours, about: "When people can call or come."),
        Key(
            "notify", .list(of: .text(.listed), new: ""), \.notify,
            about: """
                Mobile numbers that get a text message when an accepted letter reaches the unit. No page shows them.
                """),
        Key(
            "replacedBy", .optional(.text(.unitID), new: ""), \.replacedBy,
            about: """
                The id of the unit that has taken this one's place. This one is no longer listed, its page leads to the \
                other, and the other's clerks see its letters. Keep the entry in the file.
                """),
    ]
) { object, unit in
    if let opens = unit.opens, let closes = unit.closes, closes < opens {
        object.note(at: "closes", "is before opens", expected: "the same day or a later one")
    }
}
