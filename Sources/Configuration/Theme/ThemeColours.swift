import Source

/// The colours that a style sheet names as custom properties of `:root`, for light and for dark screens.
struct ThemeColours {
    /// A colour and where it stands.
    struct Entry {
        let colour: Colour
        /// Where its value begins.
        let place: FilePlace
        /// Whether the config names it, or one that it was made from.
        var isOfConfig = false
    }

    private(set) var light: [String: Entry] = [:]
    /// Those that are another colour on dark screens.
    private(set) var dark: [String: Entry] = [:]

    /// The names without their hyphens. What is no colour in hexadecimal digits is passed over, and so is print.
    init(styleSheet bytes: [UInt8], file: String) {
        let source = SourceText(bytes)
        var reader = StyleSheetReader(bytes)
        while let declaration = reader.next() {
            guard declaration.selectors.last == ":root", declaration.property.hasPrefix("--"),
                let colour = Colour(hexadecimal: declaration.value)
            else { continue }
            let conditions = declaration.selectors.dropLast().joined(separator: " ")
            let entry = Entry(
                colour: colour, place: FilePlace(file: file, source: source, offset: declaration.offset))
            let name = String(declaration.property.dropFirst(2))
            if conditions.isEmpty {
                light[name] = entry
            } else if conditions.contains("prefers-color-scheme: dark") {
                dark[name] = entry
            }
        }
    }

    /// The colours on dark screens.
    var darkWhole: [String: Entry] { light.merging(dark) { $1 } }

    /// Puts the colours of the config over those of the style sheet.
    mutating func take(light: [String: Entry], dark: [String: Entry]) {
        self.light.merge(light) { $1 }
        self.dark.merge(dark) { $1 }
    }
}
