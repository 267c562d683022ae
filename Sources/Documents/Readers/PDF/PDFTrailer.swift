/// The dictionary that says where everything begins: a trailer's, or that of a cross-reference stream
/// (ISO 32000-2, 7.5.5 and 7.5.8).
struct PDFTrailer {
    /// Whether strings and streams are encrypted.
    let isEncrypted: Bool

    /// How many bytes a dictionary has at most, and how far from a file's end one is looked for.
    private static let reach = 1_048_576

    /// - Throws: `damaged` where there is none that names the document's root.
    init(reading bytes: DocumentBytes, tail: PDFTail) throws(DocumentDefect) {
        for candidate in tail.candidates {
            guard let dictionary = try Self.dictionary(in: bytes, from: candidate),
                try Self.has("/Root", in: dictionary, of: bytes)
            else { continue }
            isEncrypted = try Self.has("/Encrypt", in: dictionary, of: bytes)
            return
        }
        guard let dictionary = try Self.lastDictionary(in: bytes, before: tail.start),
            try Self.has("/Root", in: dictionary, of: bytes)
        else { throw .damaged }
        isEncrypted = try Self.has("/Encrypt", in: dictionary, of: bytes)
    }

    /// The dictionary that belongs to the cross-reference at that place, be it a table or a stream.
    private static func dictionary(in bytes: DocumentBytes, from place: Int) throws(DocumentDefect) -> Range<Int>? {
        guard place < bytes.count else { return nil }
        let line = try bytes.copy(at: place, count: min(64, bytes.count - place))
        let word = line.drop(while: DocumentBytes.isPadding)
        if word.starts(with: "xref".utf8) {
            // The table of a linearised file's first page stands far before the last `startxref`, its trailer too.
            guard let trailer = try bytes.find("trailer", in: place..<bytes.count) else { return nil }
            return try extent(in: bytes, from: trailer, to: "startxref")
        }
        // "12 0 obj"
        guard let first = word.first, (0x30...0x39).contains(first),
            let object = try bytes.find("obj", in: place..<min(place + line.count, bytes.count))
        else { return nil }
        return try extent(in: bytes, from: object, to: "stream")
    }

    /// The last dictionary near the file's end, for a file whose offsets are wrong.
    private static func lastDictionary(
        in bytes: DocumentBytes, before end: Int
    ) throws(DocumentDefect) -> Range<Int>? {
        let near = max(0, end - reach)..<end
        if let trailer = try bytes.findLast("trailer", in: near) { return trailer..<end }
        guard let type = try bytes.findLast("/XRef", in: near) else { return nil }
        // The type may be any entry of its dictionary.
        let object = try bytes.findLast("obj", in: max(0, type - reach)..<type) ?? type
        return try extent(in: bytes, from: object, to: "stream")
    }

    private static func extent(
        in bytes: DocumentBytes, from start: Int, to keyword: StaticString
    ) throws(DocumentDefect) -> Range<Int>? {
        let limit = min(bytes.count, start + reach)
        guard let end = try bytes.find(keyword, in: start..<limit) else { return nil }
        return start..<end
    }

    /// Whether a dictionary has a key; `/EncryptMetadata` is another one than `/Encrypt`.
    private static func has(
        _ key: StaticString, in dictionary: Range<Int>, of bytes: DocumentBytes
    ) throws(DocumentDefect) -> Bool {
        var from = dictionary.lowerBound
        while let found = try bytes.find(key, in: from..<dictionary.upperBound) {
            from = found + key.utf8CodeUnitCount
            guard from < bytes.count, isNameByte(try bytes.byte(at: from)) else { return true }
        }
        return false
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
