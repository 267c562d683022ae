import Fonts
import Source

/// A font that the pages load, as one of the theme's assets.
public struct ThemeFont: Sendable {
    /// The asset's name.
    public let asset: String
    /// The weights that it has, as CSS says them.
    public let weight: String
    /// The letters that it is used for, as CSS says them; nil for all.
    public let range: String?
    let bytes: [UInt8]
}

/// Where distributions keep Noto Sans Arabic.
let fontFolders = [
    "/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto", "/usr/share/fonts/google-noto",
    "/usr/share/fonts/google-noto-sans-arabic-fonts",
]

/// The fonts that the look asks for; mistakes are noted, and so is, as a warning, that the distribution's is not there.
///
/// - Parameters:
///   - folders: where the distribution's font may be.
///   - place: where a path of the config leads.
func readFonts(
    _ look: Look, in folders: [String] = fontFolders, noting noted: Noted, place: (String) -> String
) -> [ThemeFont] {
    if look.font == "none" { return [] }
    if let font = look.font {
        let regular = readFont(place(font), noting: noted)
        let bold = look.boldFont.flatMap { readFont(place($0), noting: noted) }
        let alone = look.boldFont == nil && regular?.isVariable == true
        return [
            regular.map {
                ThemeFont(asset: "font.woff2", weight: alone ? "100 900" : "400", range: nil, bytes: $0.bytes)
            },
            bold.map { ThemeFont(asset: "font-bold.woff2", weight: "700", range: nil, bytes: $0.bytes) },
        ].compactMap { $0 }
    }
    let files = [("Regular", "font.woff2", "400"), ("Bold", "font-bold.woff2", "700")]
    let name = "NotoSansArabic-Regular.ttf"
    guard let folder = folders.first(where: { SiteFiles.isFile("\($0)/\(name)") }) else {
        noted.problems.append(
            Problem(
                "not on this machine, so pages have no font of their own",
                expected: "Debian's package fonts-noto-core, or look.font in the config", weight: .warning,
                file: "\(folders.first ?? "")/\(name)"))
        return []
    }
    return files.compactMap { style, asset, weight in
        readFont("\(folder)/NotoSansArabic-\(style).ttf", noting: noted).map {
            ThemeFont(asset: asset, weight: weight, range: PersianScalars.range, bytes: $0.bytes)
        }
    }
}

private func readFont(_ path: String, noting noted: Noted) -> WebFont? {
    guard let bytes = bytes(path, noting: noted) else { return nil }
    do throws(FontFault) {
        return try WebFont(bytes)
    } catch {
        let (wrong, expected) =
            switch error {
            case .notAFont: ("not a whole font", "a WOFF2, TrueType or OpenType file")
            case .collection: ("a collection of fonts", "one font in a file of its own")
            case .lacks(let letter): ("a font without the letter \(letter)", "a font for Persian")
            case .refused: ("a font that cannot be taken apart", "a WOFF2, TrueType or OpenType file")
            }
        noted.problems.append(Problem(wrong, expected: expected, file: path))
        return nil
    }
}
