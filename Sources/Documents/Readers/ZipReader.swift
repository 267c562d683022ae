/// Reads zip files (APPNOTE 6.3.10), the containers of Word 2007 and later.
enum ZipReader {
    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: localHeaderSignature)
    }

    /// Whether the entries whose names lie within the first bytes are those of a Word document.
    ///
    /// The first entry must have a place in such a document, and none may belong to a spreadsheet or a presentation.
    /// Only the directory at the file's end can tell for certain.
    static func holdsWordDocument(_ head: [UInt8]) -> Bool {
        let names = entryNames(head)
        guard let first = names.first, isPart(first) else { return false }
        return !names.contains { $0.starts(with: "xl/".utf8) || $0.starts(with: "ppt/".utf8) }
    }

    private static let localHeaderSignature: [UInt8] = [0x50, 0x4B, 3, 4]
    private static let localHeaderLength = 30

    private static func isPart(_ name: ArraySlice<UInt8>) -> Bool {
        name.elementsEqual("[Content_Types].xml".utf8)
            || ["word/", "_rels/", "docProps/", "customXml/"].contains { name.starts(with: $0.utf8) }
    }

    /// The names of the entries that can be reached from the first, as far as headers say where the next begins.
    private static func entryNames(_ head: [UInt8]) -> [ArraySlice<UInt8>] {
        var names: [ArraySlice<UInt8>] = []
        var start = 0
        while start + localHeaderLength <= head.count, head[start...].starts(with: localHeaderSignature) {
            let nameStart = start + localHeaderLength
            let nameEnd = nameStart + littleEndian(head, at: start + 26, bytes: 2)
            guard nameEnd <= head.count else { break }
            names.append(head[nameStart..<nameEnd])
            // Bit 3: sizes follow the data, so where the next entry begins is unknown here.
            guard head[start + 6] & 0b1000 == 0 else { break }
            let extraLength = littleEndian(head, at: start + 28, bytes: 2)
            start = nameEnd + extraLength + littleEndian(head, at: start + 18, bytes: 4)
        }
        return names
    }

    private static func littleEndian(_ bytes: [UInt8], at offset: Int, bytes count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
}
