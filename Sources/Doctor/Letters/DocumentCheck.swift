import Glibc
import SQLite
import Secrets

extension Check {
    /// Every document is there, whole, and its owner's alone.
    static let documents = Check("documents") { examination in
        guard let database = examination.database else { return [] }
        // The rows first, and no transaction while the files are read, which may take hours.
        let rows = try database.all("SELECT letter, number, name, bytes, hash, path FROM document WHERE removed = 0") {
            row in
            DocumentRow(
                letter: row.int(0), number: row.int(1), bytes: row.int(3), hash: row.bytes(4), path: row.text(5))
        }
        let owner = FileFacts(examination.home.data.path)?.owner ?? 0
        return rows.flatMap { row in judged(row, in: examination.home.data.documents, owner: owner) }
    }

    private static func judged(_ row: DocumentRow, in folder: String, owner: UInt32) -> [Finding] {
        let path = folder + "/" + row.path
        let whose = "(document \(row.number) of letter \(row.letter))"
        func wrong(_ problem: String) -> [Finding] { [Finding(path, "\(whose) \(problem)", restoring)] }
        guard DocumentRow.isPlace(row.path) else { return wrong("is no place of a document") }
        guard let facts = FileFacts(path) else { return wrong("is missing") }
        guard facts.kind == .file else { return wrong("is no file") }
        let access = exposure(of: path, facts) + foreignness(of: path, facts, owner: owner)
        guard facts.size == row.bytes else {
            return access + wrong("has \(facts.size) bytes, but \(row.bytes) were received")
        }
        guard let hash = contentHash(of: path) else {
            return access + [
                Finding(
                    path, "\(whose) cannot be read; it \(facts.description)", "run the check as root or as its owner")
            ]
        }
        return hash == row.hash ? access : access + wrong("has other bytes than were received")
    }

    private static func contentHash(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let hash = ContentHash()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 { return nil }
            if count == 0 { return hash.finish() }
            buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}

/// A document as its row says.
struct DocumentRow {
    let letter: Int
    let number: Int
    let bytes: Int
    let hash: [UInt8]
    let path: String

    /// Two hexadecimal digits, a slash, and thirty: what the store names its files.
    static func isPlace(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        return bytes.count == 33 && bytes[2] == 0x2f
            && (bytes[..<2] + bytes[3...]).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
