import Source

/// Whether a file is a drawing (SVG): UTF-8 throughout, with the tag `<svg>` in its first 4,096 bytes.
func isSVG(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    return SourceText(bytes).offsetOfInvalidUTF8 == nil && head.split(separator: "<").contains(where: isSVGTag)
}

private func isSVGTag(_ tag: Substring) -> Bool {
    guard tag.hasPrefix("svg"), let next = tag.utf8.dropFirst(3).first else { return false }
    return next == 0x20 || (0x09...0x0d).contains(next) || next == UInt8(ascii: ">")
}
