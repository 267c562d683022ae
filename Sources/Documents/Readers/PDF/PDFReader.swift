/// Reads PDF files (ISO 32000-2) from their end, as every PDF program does.
enum PDFReader {
    /// The header may follow other bytes, as readers accept it "within the first 1024 bytes" (Adobe's note 13 on
    /// PDF 1.7, appendix H): printers' commands, say, but nothing that is a file of another type.
    static func recognises(_ head: [UInt8]) -> Bool {
        guard let header = headerStart(in: head) else { return false }
        return !isAnotherType(head[..<header])
    }

    /// Header, end mark, cross-reference and trailer must be there.
    ///
    /// A wrong offset of the cross-reference is forgiven where a trailer can be found without it, as programs mend such
    /// files. A file that was cut off has lost its end mark.
    static func check(_ bytes: DocumentBytes) throws(DocumentDefect) {
        let head = try bytes.copy(at: 0, count: min(bytes.count, DocumentKind.signatureLength))
        guard let header = headerStart(in: head) else { throw .damaged }
        let tail = try PDFTail(reading: bytes, header: header)
        let trailer = try PDFTrailer(reading: bytes, tail: tail)
        if trailer.isEncrypted { throw .passwordProtected }
    }

    private static let signature = Array("%PDF-".utf8)

    /// Where the header begins, within the first 1,024 bytes.
    private static func headerStart(in head: [UInt8]) -> Int? {
        head.indices.first { at in
            head[at...].starts(with: signature) && at + signature.count < head.count
                && (0x30...0x39).contains(head[at + signature.count])
        }
    }

    /// Whether what stands before the header is markup or a program, for which another program would take the file.
    private static func isAnotherType(_ start: ArraySlice<UInt8>) -> Bool {
        let signatures = ["MZ", "\u{7F}ELF", "#!", "GIF8", "Rar!", "7z", "RIFF", "{\\rtf"]
        if signatures.contains(where: { start.starts(with: $0.utf8) }) { return true }
        return zip(start, start.dropFirst()).contains { byte, next in
            byte == UInt8(ascii: "<") && (isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "?"))
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
