/// The last lines of a PDF file: `startxref`, an offset, `%%EOF` (ISO 32000-2, 7.5.5).
struct PDFTail {
    /// Where `startxref` stands.
    let start: Int
    /// Where the cross-reference may begin: the offset counts from the header, but many writers count from the file's
    /// first byte; and where neither is exact, the neighbourhood.
    let candidates: [Int]

    /// How far before its place something may stand, as Adobe's programs search "the last 1024 bytes of the file".
    static let tolerance = 1_024

    /// - Throws: `damaged` where the file has no such end.
    init(reading bytes: DocumentBytes, header: Int) throws(DocumentDefect) {
        let end = try bytes.endWithoutPadding()
        let endMark = try bytes.findLast("%%EOF", in: max(header, end - Self.tolerance)..<end)
        guard let endMark else { throw .damaged }
        let keyword = try bytes.findLast("startxref", in: max(header, endMark - Self.tolerance)..<endMark)
        guard let keyword else { throw .damaged }
        start = keyword
        // Zero stands in the first part of a linearised file, which does not end there: the rest is missing.
        guard let offset = try Self.offset(in: bytes, at: keyword + 9), offset > 0 else { throw .damaged }
        candidates = header == 0 ? [offset] : [offset + header, offset]
    }

    private static func offset(in bytes: DocumentBytes, at place: Int) throws(DocumentDefect) -> Int? {
        let line = try bytes.copy(at: place, count: min(64, bytes.count - place))
        let digits = line.drop(while: DocumentBytes.isPadding).prefix { (0x30...0x39).contains($0) }
        // Files of more than 10^15 bytes there are none; more digits would not fit a number.
        guard (1...15).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
