/// Why a font cannot be published.
public enum FontFault: Error, Equatable, Sendable {
    /// Neither TrueType, OpenType nor WOFF2, or cut off.
    case notAFont
    /// A collection of several fonts in one file.
    case collection
    /// It has no glyph for a letter that Persian needs.
    case lacks(Unicode.Scalar)
    /// The library that subsets fonts, or the one that compresses, refused it.
    case refused
}
