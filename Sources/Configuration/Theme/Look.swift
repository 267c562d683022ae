import Source

/// What the config says of the look: the colours, the font, the logo and the corners in place of the theme's.
public struct Look: Sendable {
    /// The colours on light screens.
    var light = LookColours()
    /// The colours on dark screens.
    var dark = LookColours()
    /// The file with the font, seen from the config; "none" for none, nil for the distribution's.
    var font: String?
    /// The file with its bold letters; nil where `font` has them, or where none has.
    var boldFont: String?
    /// The file with the logo, seen from the config; nil for the theme's own mark.
    var logo: String?
    /// The radius of corners, in pixels; nil for the theme's own.
    var corner: Int?
}

/// The colours that the config can set; nil for the theme's own.
struct LookColours: Sendable {
    var brand: LookColour?
    var accent: LookColour?
    var action: LookColour?
    var ground: LookColour?
    var ink: LookColour?
}

/// A colour of the config, and where it stands.
struct LookColour: Sendable {
    let colour: Colour
    let place: FilePlace?
}

extension Look {
    /// `look`.
    static let keys = Keys(
        new: Look(),
        [
            Key(
                "light", .object(LookColours.keys), \.light,
                about: """
                    The colours on light screens. What is written on them, and what lies between them, is made from them.
                    """),
            Key(
                "dark", .object(LookColours.keys), \.dark,
                about: """
                    The colours on dark screens. Brand, accent and action that are missing here are made from those on \
                    light screens.
                    """),
            Key(
                "font", .optional(.text(.fontFile), new: ""), \.font,
                about: """
                    The font of the pages: a WOFF2 file, which is published as it is, or a TrueType or OpenType file, of \
                    which is published what Persian needs. Without this key it is the distribution's Noto Sans Arabic \
                    (Debian's package fonts-noto-core); "none" leaves it to the reader's browser.
                    """),
            Key(
                "boldFont", .optional(.text(.fontFile), new: ""), \.boldFont,
                about: "The file with the bold letters of that font, unless one file has all weights."),
            Key(
                "logo", .optional(.text(.path), new: ""), \.logo,
                about: """
                    The organisation's logo in place of the built-in mark, at the top of every page and in the browser's \
                    tab: an SVG or PNG file, seen from the config's folder.
                    """),
            Key(
                "corner", .optional(.number(0...24, .pixels), new: 8), \.corner,
                about: "How round the corners of buttons, fields and boxes are. Without this key as the theme has it."),
        ]
    ) { object, look in
        if look.boldFont != nil, look.font == nil || look.font == "none" {
            object.note(at: "boldFont", "stands without its font", expected: "font: \"…\" beside it")
        }
    }
}

extension LookColours {
    /// `look.light` and `look.dark`.
    static let keys = Keys(
        new: LookColours(),
        [
            Key("brand", .colour, \.brand, about: "The band at the top of every page and the box on the home page."),
            Key(
                "accent", .colour, \.accent,
                about: "The line below the band, the mark, and the button on the home page."),
            Key("action", .colour, \.action, about: "Links and buttons."),
            Key("ground", .colour, \.ground, about: "What the pages lie on."),
            Key("ink", .colour, \.ink, about: "The text of the pages."),
        ])
}

extension Form<LookColour?> {
    /// A colour in hexadecimal digits.
    static let colour = Form(
        facts: .nullable(.text(.colour)),
        read: { node, place, value in
            guard node.kind != .null else { return value = nil }
            guard let colour = node.string.flatMap(Colour.init(hexadecimal:)) else {
                return place.refuse(node, expected: TextRule.colour.expected)
            }
            value = LookColour(colour: colour, place: place.place(of: node))
        },
        content: { $0.map { .string($0.colour.hexadecimal) } })
}

extension TextRule {
    /// A font's file, or none.
    static let fontFile = TextRule(
        expected: "\"none\", or the path of a .woff2, .ttf or .otf file, seen from the config's folder",
        pattern: #"^none$|\.(woff2|ttf|otf)$"#, example: "Vazirmatn.woff2"
    ) { $0 == "none" || [".woff2", ".ttf", ".otf"].contains(where: $0.hasSuffix) && !$0.utf8.contains(0) }

    /// A colour.
    static let colour = TextRule(
        expected: "a colour such as \"#46286a\"", pattern: "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", example: "#46286a"
    ) { Colour(hexadecimal: $0) != nil }
}
