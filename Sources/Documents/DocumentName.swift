/// The most Unicode scalars that `documentName` leaves in a name.
public let documentNameLimit = 120

/// A client's file name, made safe to keep and show as text. It never names a file on the disk.
///
/// What remains is the last component of a path of any system, without control characters, marks of direction, and
/// white space and dots at its ends. A name above `documentNameLimit` scalars is cut before its extension; nothing
/// left gives "document".
public func documentName(_ raw: String) -> String {
    let component = raw.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? Substring.UnicodeScalarView()
    var harmless = String.UnicodeScalarView()
    for scalar in component where !isHarmful(scalar) { harmless.append(scalar) }
    let name = trimmed(String(harmless)[...].unicodeScalars)
    guard name.count > documentNameLimit else { return name.isEmpty ? "document" : String(Substring(name)) }

    let ending = suffix(ofName: String(Substring(name))).map { "." + $0 } ?? ""
    let stem = name.dropLast(ending.unicodeScalars.count)
    return shortened(String(Substring(stem)), to: documentNameLimit - ending.unicodeScalars.count) + ending
}

/// The extension of a safe name, as written, without the dot: what follows the last dot, where that is 1 ... 10 ASCII
/// letters and digits with a letter among them. So «نامه.1405.09» has none.
func suffix(ofName name: String) -> String? {
    guard let dot = name.unicodeScalars.lastIndex(of: ".") else { return nil }
    let suffix = name.unicodeScalars[name.unicodeScalars.index(after: dot)...]
    let isLetter = { (scalar: Unicode.Scalar) in ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    guard (1...10).contains(suffix.count), suffix.contains(where: isLetter),
        suffix.allSatisfy({ isLetter($0) || ("0"..."9").contains($0) })
    else { return nil }
    return String(Substring(suffix))
}

/// Cuts between characters, so that no letter loses its marks, and counts scalars, as one character may hold thousands.
private func shortened(_ stem: String, to limit: Int) -> String {
    var result = ""
    var count = 0
    for character in stem {
        count += character.unicodeScalars.count
        guard count <= limit else { break }
        result.append(character)
    }
    return result.isEmpty ? "document" : result
}

/// Control characters, line and paragraph separators, and every mark that changes the direction of text.
private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}": true
    default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

/// Dots too: some systems drop them from an end, and "a.exe." would become "a.exe".
private func trimmed(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    let isDropped = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "." }
    var rest = scalars
    while let first = rest.first, isDropped(first) { rest.removeFirst() }
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
}
