/// The text with its ASCII digits shown as Persian ones, ۰ ... ۹; all else stays.
public func persianDigits(_ text: String) -> String {
    replacingScalars(of: text) { scalar in
        ("0"..."9").contains(scalar) ? moved(scalar, from: "0", to: "۰") : scalar
    }
}

/// The text with its Persian digits (U+06F0 ... U+06F9) and Arabic ones (U+0660 ... U+0669) as ASCII; all else stays.
public func asciiDigits(_ text: String) -> String {
    replacingScalars(of: text, by: asciiDigit)
}

/// A Persian or Arabic digit as ASCII, any other scalar as it is.
func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{06F0}"..."\u{06F9}": moved(scalar, from: "\u{06F0}", to: "0")
    case "\u{0660}"..."\u{0669}": moved(scalar, from: "\u{0660}", to: "0")
    default: scalar
    }
}

/// The scalar as far after `end` as it is after `start`.
private func moved(_ scalar: Unicode.Scalar, from start: Unicode.Scalar, to end: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value - start.value + end.value) ?? scalar
}

private func replacingScalars(of text: String, by replace: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        result.append(replace(scalar))
    }
    return String(result)
}
