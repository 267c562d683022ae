/// Rows as the text of a table (RFC 4180), each ended by CR LF.
///
/// A cell is in quotation marks where it must be, and where it begins or ends with a space, which some programs take away.
public func csvText(_ rows: [[String]]) -> String {
    var bytes: [UInt8] = []
    for row in rows {
        for (index, text) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(text, to: &bytes)
        }
        bytes += [0x0d, 0x0a]
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Goes by bytes: to a `String`, a quotation mark with a mark above it is another character.
private func append(_ text: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let special: [UInt8] = [quote, UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0a, 0x0d]
    let needsQuotes = text.utf8.first == 0x20 || text.utf8.last == 0x20 || text.utf8.contains(where: special.contains)
    guard needsQuotes else { return bytes += text.utf8 }
    bytes.append(quote)
    for byte in text.utf8 { bytes += byte == quote ? [quote, quote] : [byte] }
    bytes.append(quote)
}
