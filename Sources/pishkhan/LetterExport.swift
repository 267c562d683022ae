import Desk
import Folders
import Glibc
import Secrets
import Store

/// Copies a letter with its documents into a new folder, which only its owner can enter; where something fails, nothing of it
/// stays.
func export(_ letter: Letter, _ record: LetterRecord, from store: Store, to folder: String) throws {
    guard mkdir(folder, 0o700) == 0 else { throw ExportFault.system("make", folder, errno: errno) }
    do {
        for document in try store.documents(of: letter) {
            let path = "\(folder)/\(LetterRecord.Document(document).file)"
            let hash = try copy(try store.open(document), to: path)
            guard hash == (try store.hash(of: document, in: letter)) else {
                throw ExportFault.changed(document: document.number, letter: letter.id)
            }
        }
        let path = folder + "/letter.json"
        guard NewFile.write(Array((try jsonText(record) + "\n").utf8), to: path, mode: 0o600) else {
            throw ExportFault.system("write", path, errno: errno)
        }
    } catch {
        Folder.remove(folder)
        throw error
    }
}

/// Copies an open file, closes it, and answers with the hash of its bytes.
private func copy(_ source: CInt, to path: String) throws(ExportFault) -> [UInt8] {
    defer { close(source) }
    let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw .system("write", path, errno: errno) }
    defer { close(target) }
    let hash = ContentHash()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(source, &buffer, buffer.count)
        guard count >= 0 else { throw .system("read the document for", path, errno: errno) }
        if count == 0 { return hash.finish() }
        buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        var written = 0
        while written < count {
            let step = buffer[written..<count].withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
            guard step > 0 else { throw .system("write", path, errno: errno) }
            written += step
        }
    }
}

/// Why a letter cannot be exported.
enum ExportFault: Error, CustomStringConvertible {
    /// A document has other bytes than were received.
    case changed(document: Int, letter: Int)
    /// The operating system refused.
    case system(_ doing: String, _ path: String, errno: Int32)

    /// One line for an administrator.
    var description: String {
        switch self {
        case .changed(let document, let letter):
            "document \(document) of letter \(letter) has other bytes than were received; nothing was exported, and 'pishkhan doctor --verify' tells more"
        case .system(let doing, let path, let errno): "cannot \(doing) \(path): \(String(cString: strerror(errno)))"
        }
    }
}
