@testable import Documents

/// A photograph of a page: what it says of itself, and the document that two of it become, which must be one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: data, count: size))
    _ = readInPieces(file) { bytes throws(DocumentDefect) in try Orientation(exif: bytes, in: 0..<bytes.count) }
    join(file)
    join(withSumsMended(file))
    return 0
}

private func join(_ file: [UInt8]) {
    // Only what has been looked at is joined.
    guard let kind = inspect(file) else { return }
    let described = readInPieces(file) { bytes throws(DocumentDefect) in
        try Photograph(reading: bytes, kind: kind).map { "\($0)" }
    }
    guard let described, described != nil, let photograph = try? Photograph(reading: document(file), kind: kind) else {
        return
    }
    var joined: [UInt8] = []
    do {
        try PhotographDocument.write([(photograph, document(file)), (photograph, document(file, piece: 61))]) {
            joined += $0
        }
    } catch {
        preconditionFailure("what was read whole cannot be copied: \(error)")
    }
    precondition(inspect(joined) == .pdf, "the joined document is none")
    checkPlaces(in: joined)
}

/// Readers forgive much, and show something else than what was meant: each place that the document names must be right.
private func checkPlaces(in document: [UInt8]) {
    func isThere(_ text: String, at place: Int) -> Bool { document.dropFirst(place).starts(with: text.utf8) }
    func number(at place: Int) -> Int {
        document.dropFirst(place).prefix { (0x30...0x39).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    let end = Array("startxref\n".utf8)
    guard let last = document.indices.last(where: { document[$0...].starts(with: end) }) else {
        preconditionFailure("the document has no end")
    }
    let table = number(at: last + end.count)
    precondition(isThere("xref\n0 ", at: table), "the table is elsewhere")
    let count = number(at: table + 7)
    let entries = table + 8 + String(count).utf8.count
    for object in 1..<count {
        let place = number(at: entries + 20 * object)
        precondition(isThere("\(object) 0 obj\n", at: place), "object \(object) is elsewhere")
        let words = document[place..<min(place + 4_096, table)]
        let begin = Array("stream\n".utf8), length = Array("/Length ".utf8)
        guard let stream = words.indices.first(where: { words[$0...].starts(with: begin) }),
            let said = words.indices.first(where: { words[$0...].starts(with: length) }), said < stream
        else { continue }
        let after = stream + begin.count + number(at: said + length.count)
        precondition(isThere("\nendstream\nendobj\n", at: after), "the stream of object \(object) ends elsewhere")
    }
}
