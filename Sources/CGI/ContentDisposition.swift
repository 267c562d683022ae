/// The Content-Disposition of a download (RFC 6266): an ASCII name for old browsers and, where it differs, the real
/// one by RFC 5987.
///
/// Control characters, marks that turn the writing direction, and `/` and `\` become `_`: the saved name must neither
/// leave the folder nor look like another type. Joiners stay, since Persian needs them. An empty name is left out.
public func contentDisposition(attachment filename: String) -> HeaderValue {
    var safe = ""
    for scalar in filename.unicodeScalars {
        safe.unicodeScalars.append(isSafe(scalar) ? scalar : "_")
    }
    var plain = ""
    for scalar in safe.unicodeScalars {
        // RFC 6266, appendix D: no percent signs followed by digits and no quotes, which browsers read differently.
        plain.unicodeScalars.append(scalar.isASCII && scalar != "\"" && scalar != "%" ? scalar : "_")
    }
    var text = "attachment"
    if !safe.isEmpty { text += "; filename=\"\(plain)\"" }
    if plain != safe { text += "; filename*=UTF-8''" + percentEncoded(safe.utf8, keeping: isAttributeCharacter) }
    return HeaderValue(text) ?? "attachment"
}

private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: false
    case 0x2F, 0x5C: false
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
    default: true
    }
}

/// `attr-char` of RFC 5987, section 3.2.1: a token's characters without `*`, `'` and `%`.
private func isAttributeCharacter(_ byte: UInt8) -> Bool {
    byte.isToken && byte != .ascii("*") && byte != .ascii("'") && byte != .ascii("%")
}
