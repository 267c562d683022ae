/// A left-to-right part (a number, a code, a file name) for plain right-to-left text such as an SMS:
/// between LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Annex 9).
///
/// Embeddings, overrides and isolates within the part are removed, so that it cannot break out.
public func isolated(_ text: String) -> String {
    "\u{2066}" + String(String.UnicodeScalarView(text.unicodeScalars.filter { !isBidiControl($0) })) + "\u{2069}"
}

/// Whether the scalar opens or closes an embedding, override or isolate.
func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: false
    }
}
