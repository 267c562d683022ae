import Desk
import Documents
import Glibc
import SQLite

/// A document that is on disk, whole, but has no row yet.
struct KeptDocument {
    let role: LetterDocument.Role
    let kind: DocumentKind
    let name: String
    let bytes: Int
    let hash: [UInt8]
    let path: String
    let photographs: Int
}

extension Store {
    /// Makes uploads durable, in their order. Whatever fails later leaves files without a row, which are swept.
    func keep(_ uploads: inout [IncomingDocument], role: (IncomingDocument) -> LetterDocument.Role) throws
        -> [KeptDocument]
    {
        var kept: [KeptDocument] = []
        for index in uploads.indices { kept.append(try keep(&uploads[index], role: role(uploads[index]))) }
        return kept
    }

    /// Makes one upload durable.
    func keep(_ upload: inout IncomingDocument, role: LetterDocument.Role) throws -> KeptDocument {
        let kind = try upload.kind()
        let path = try upload.keep(in: folder)
        return KeptDocument(
            role: role, kind: kind, name: upload.name, bytes: upload.bytes, hash: upload.hash, path: path,
            photographs: upload.photographs)
    }

    /// Writes a document's row; its file must be durable already.
    ///
    /// - Returns: its number within the letter.
    func add(_ document: KeptDocument, to letter: Int) throws -> Int {
        let number =
            try database.first("SELECT coalesce(max(number), 0) + 1 FROM document WHERE letter = \(letter)") {
                $0.int(0)
            } ?? 1
        try database.run(
            """
            INSERT INTO document (letter, number, role, kind, name, bytes, hash, path, photographs)
            VALUES (\(letter), \(number), \(document.role.rawValue), \(document.kind.rawValue), \(document.name),
                \(document.bytes), \(document.hash), \(document.path), \(document.photographs))
            """)
        return number
    }

    /// A letter's documents, in their order; those that were removed for malware are left out.
    public func documents(of letter: Letter) throws -> [LetterDocument] {
        try database.all(
            """
            SELECT number, role, kind, name, bytes, path, photographs FROM document
            WHERE letter = \(letter.id) AND removed = 0 ORDER BY number
            """
        ) { row in
            guard let role = LetterDocument.Role(rawValue: row.text(1)), let kind = DocumentKind(rawValue: row.text(2))
            else { return nil }
            return LetterDocument(
                number: row.int(0), role: role, kind: kind, name: row.text(3), bytes: row.int(4), path: row.text(5),
                photographs: row.int(6))
        }
    }

    /// Opens a document's bytes for reading; the caller closes the descriptor.
    public func open(_ document: LetterDocument) throws(StoreFault) -> CInt {
        try FileSystem.open(folder.documents + "/" + document.path, O_RDONLY)
    }
}
