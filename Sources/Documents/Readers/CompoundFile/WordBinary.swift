/// Reads Word 97–2003 files, and those of Word 6 and 95 ([MS-DOC]).
enum WordBinary {
    /// The container must be whole, with each stream's chain, and hold Word's own stream and its table.
    static func check(_ bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        var file = try CompoundFile(reading: bytes)
        let directory = try CompoundDirectory(reading: &file)
        let start = try wordStart(in: &file, directory)

        // A Word 2007 file under a password is a compound file with the real one inside ([MS-OFFCRYPTO] 2.3.4.4).
        if directory.stream("ENCRYPTEDPACKAGE") != nil { throw .passwordProtected }
        // A spreadsheet, a presentation, an installer …
        guard let start else { throw .unknownType }
        try checkHeader(bytes, at: start, directory)
        let hasMacros = directory.entries.contains { ["MACROS", "VBA", "_VBA_PROJECT"].contains($0.name) }
        if hasMacros, !limits.takesMacros { throw .macros }
    }

    /// Follows the chain of every stream; answers where Word's own stream begins.
    private static func wordStart(
        in file: inout CompoundFile, _ directory: CompoundDirectory
    ) throws(DocumentDefect) -> Int? {
        var small = try MiniStream(reading: &file, root: directory.root)
        var start: Int?
        for entry in directory.entries where entry.isStream && entry.length > 0 {
            let place: Int
            if entry.length < file.header.miniCutoff {
                place = try small.place(from: entry.start, length: entry.length, in: file.bytes)
            } else {
                place = file.header.offset(of: try file.chain(from: entry.start, length: entry.length)[0])
            }
            // The header has 32 bytes at least (FibBase, 2.5.2).
            if entry.depth == 1, entry.name == "WORDDOCUMENT", entry.length >= 32 { start = place }
        }
        return start
    }

    private static func checkHeader(
        _ bytes: DocumentBytes, at start: Int, _ directory: CompoundDirectory
    ) throws(DocumentDefect) {
        let identifier = try bytes.number(at: start, bytes: 2, .little)
        // Word 97 and later, Word 6 and 95.
        guard identifier == 0xA5EC || identifier == 0xA5DC else { throw .damaged }
        let version = try bytes.number(at: start + 2, bytes: 2, .little)
        let flags = try bytes.number(at: start + 10, bytes: 2, .little)
        let isEncrypted = flags & 0x0100 != 0
        if isEncrypted { throw .passwordProtected }
        // From Word 97 on the formatting lies in a stream of its own; bit 9 says in which of two.
        let table = flags & 0x0200 != 0 ? "1TABLE" : "0TABLE"
        guard version < 0xC1 || directory.stream(table) != nil else { throw .damaged }
    }
}
