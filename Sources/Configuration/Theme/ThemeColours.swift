import Glibc

/// The colours that a style sheet names as custom properties of `:root`, for light and for dark screens.
struct ThemeColours {
    /// A colour and where it stands.
    struct Entry: Equatable {
        let colour: Colour
        /// The byte at which its value begins.
        let offset: Int
    }

    private(set) var light: [String: Entry] = [:]
    /// Those that are another colour on dark screens.
    private(set) var dark: [String: Entry] = [:]

    /// The names without their hyphens. What is no colour in hexadecimal digits is passed over, and so is print.
    init(styleSheet bytes: [UInt8]) {
        var reader = StyleSheetReader(bytes)
        while let declaration = reader.next() {
            guard declaration.selectors.last == ":root", declaration.property.hasPrefix("--"),
                let colour = Colour(hexadecimal: declaration.value)
            else { continue }
            let conditions = declaration.selectors.dropLast().joined(separator: " ")
            let entry = Entry(colour: colour, offset: declaration.offset)
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
}

/// A colour of the sRGB space.
struct Colour: Equatable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    /// `#rgb` or `#rrggbb`; nil for anything else.
    init?(hexadecimal text: String) {
        guard text.utf8.first == UInt8(ascii: "#"), text.dropFirst().allSatisfy(\.isHexDigit),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        switch text.utf8.count {
        case 4: self.init(UInt8(number >> 8 & 15) * 17, UInt8(number >> 4 & 15) * 17, UInt8(number & 15) * 17)
        case 7: self.init(UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255))
        default: return nil
        }
    }

    private init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2): `(L1 + 0.05) / (L2 + 0.05)`, the lighter one above.
    func contrast(to other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// Relative luminance: `L = 0.2126 * R + 0.7152 * G + 0.0722 * B`.
    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// `if RsRGB <= 0.04045 then R = RsRGB/12.92 else R = ((RsRGB+0.055)/1.055) ^ 2.4`
    private static func linear(_ channel: UInt8) -> Double {
        let share = Double(channel) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
