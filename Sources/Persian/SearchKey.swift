/// The key under which a text is searched: two texts that a reader takes for the same word have the same key.
///
/// Letters of other keyboards and presentation forms become the plain Persian letter; hamza carriers lose their
/// hamza; kashida, short vowels, the zero-width non-joiner and other invisible marks go; digits become ASCII,
/// letters lower-case; white space is trimmed, and each run of it becomes one space. Folding twice changes nothing.
public func folded(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    var owesSpace = false
    for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace {
            owesSpace = !key.isEmpty
            continue
        }
        for part in PresentationForms.letters(of: scalar) where !isIgnored(part) {
            if owesSpace { key.append(" ") }
            owesSpace = false
            key.append(contentsOf: plainLetter(part).properties.lowercaseMapping.unicodeScalars)
        }
    }
    return String(key)
}

private func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{064A}", "\u{0649}", "\u{0626}": "\u{06CC}"  // ي ى ئ → ی
    case "\u{0643}", "\u{06AA}": "\u{06A9}"  // ك ڪ → ک
    case "\u{0629}", "\u{06C0}", "\u{06C1}", "\u{06C2}", "\u{06BE}", "\u{06D5}": "\u{0647}"  // ة ۀ ہ ۂ ھ ە → ه
    case "\u{0622}", "\u{0623}", "\u{0625}", "\u{0671}": "\u{0627}"  // آ أ إ ٱ → ا
    case "\u{0624}": "\u{0648}"  // ؤ → و
    default: asciiDigit(scalar)
    }
}

private func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0640}",  // kashida
        "\u{064B}"..."\u{065F}", "\u{0670}",  // short vowels, combining madda and hamza
        "\u{FE70}"..."\u{FE7F}":  // the same as presentation forms
        true
    default:
        // The non-joiner, the soft hyphen, marks of direction; and what no keyboard should have sent.
        scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control
    }
}
