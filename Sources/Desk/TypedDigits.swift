/// Whether a sign may stand between, before or after digits that somebody typed or copied: it means nothing there.
///
/// Spaces, hyphens, the zero-width non-joiner, and the marks of direction that pages and messages put around numbers.
func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "\u{a0}", "\u{200c}", "\u{200e}", "\u{200f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": true
    default: false
    }
}
