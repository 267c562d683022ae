import CLinux
import Desk
import Documents
import Glibc
import Secrets

/// An upload on its way: its bytes go to `data/incoming` as they come, hashed and counted.
///
/// A file that is too large is read to its end and thrown away, so that the rest of the form can still be read. Once all
/// bytes are there, a look at the file's structure says what it is.
public struct IncomingDocument {
    /// The form's field.
    public let field: String
    /// The client's name for the file, made safe.
    public let name: String
    /// The bytes that came.
    public private(set) var bytes = 0
    /// How many photographs the document was made of here; 0 for a file as it was sent.
    public internal(set) var photographs = 0

    private let path: String
    private let limit: Int
    private let floor: Int
    private let folder: String
    private let documentLimits: DocumentLimits
    private var descriptor: CInt
    private let contentHash = ContentHash()
    private(set) var hash: [UInt8] = []
    private var verdict: Result<DocumentKind, DocumentFailure>

    init(
        field: String, name: String, folder: DataFolder, limit: Int, floor: Int, documentLimits: DocumentLimits
    ) throws(StoreFault) {
        self.field = field
        self.name = name
        self.limit = limit
        self.floor = floor
        self.folder = folder.incoming
        self.documentLimits = documentLimits
        verdict = .failure(DocumentFailure(.empty(name: name)))
        path = folder.incoming + "/" + Token.random().text
        descriptor = try FileSystem.open(path, O_RDWR | O_CREAT | O_EXCL)
    }

    /// Takes the next bytes.
    ///
    /// Many uploads at once may each have found room: so the free space is looked at again after each MiB.
    ///
    /// - Throws: `StoreFault`, and `UploadRefusal.storageLow`.
    public mutating func write(_ chunk: UnsafeRawBufferPointer) throws {
        let isNextMiB = (bytes + chunk.count) >> 20 > bytes >> 20
        bytes += chunk.count
        guard bytes <= limit else { return }
        if isNextMiB, try FileSystem.freeBytes(folder) < floor { throw UploadRefusal.storageLow }
        contentHash.update(chunk)
        var rest = chunk[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileSystem.fault("write", path)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// The end of the bytes. They are not durable yet: `keep` sees to that.
    public mutating func finish() throws(StoreFault) {
        // The disk may begin while we look at what came.
        pishkhan_begin_writing(descriptor)
        hash = contentHash.finish()
        verdict = try judged()
    }

    /// What kind of document it is, or why it is none that the portal takes.
    public func kind() throws(DocumentFailure) -> DocumentKind { try verdict.get() }

    /// The bytes that came, to be read as long as they are neither kept nor discarded.
    var content: DocumentBytes {
        DocumentBytes(count: bytes) { [descriptor] offset, buffer in
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            return count < 0 ? -Int(errno) : count
        }
    }

    private func judged() throws(StoreFault) -> Result<DocumentKind, DocumentFailure> {
        if bytes == 0 { return .failure(DocumentFailure(.empty(name: name))) }
        if bytes > limit { return .failure(DocumentFailure(.tooLarge(name: name, limit: limit))) }
        do throws(DocumentDefect) {
            let kind = try DocumentKind(inspecting: content, limits: documentLimits)
            guard kind.agrees(withFileName: name) else {
                return .failure(DocumentFailure(.extensionDisagrees(name: name)))
            }
            return .success(kind)
        } catch {
            if case .unreadable(let code) = error { throw .system(doing: "read", path: path, errno: code) }
            return .failure(DocumentFailure(.defect(error, name: name)))
        }
    }

    /// Opens the bytes that came for reading, as long as they are neither kept nor discarded; the caller closes the
    /// descriptor.
    public func openForReading() throws(StoreFault) -> CInt { try FileSystem.open(path, O_RDONLY) }

    /// Moves the bytes to their final place and makes both durable.
    ///
    /// The file is renamed before it is synced: the file system then writes bytes and name together, and the sync of the
    /// folder finds nothing left to write. What a power cut leaves in between is a file without a row, which is swept.
    ///
    /// - Returns: the path below the folder of documents.
    mutating func keep(in folder: DataFolder) throws(StoreFault) -> String {
        let random = Random.bytes(16)
        let folderName = Hexadecimal.encode(random.prefix(1))
        let place = folderName + "/" + Hexadecimal.encode(random.dropFirst())
        try FileSystem.rename(path, to: folder.documents + "/" + place)
        let isSynced = fsync(descriptor) == 0
        let fault = FileSystem.fault("sync", path)
        close(descriptor)
        descriptor = -1
        guard isSynced else { throw fault }
        try FileSystem.syncFolder(folder.documents + "/" + folderName)
        return place
    }

    /// Throws the upload away; one that was kept is not touched.
    public mutating func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        unlink(path)
    }
}

/// Why an upload is not a document of the desk.
public struct DocumentFailure: Error, Equatable {
    /// The facts.
    public let fault: DocumentFault

    init(_ fault: DocumentFault) { self.fault = fault }
}

extension Store {
    /// Begins an upload.
    ///
    /// - Parameters:
    ///   - limit: the most bytes; more are read and thrown away.
    ///   - floor: bytes of free space that it must leave on the disk.
    ///   - documentLimits: what the file may be beside.
    public func receive(
        field: String, fileName: String, limit: Int, floor: Int = 0, documentLimits: DocumentLimits = DocumentLimits()
    ) throws(StoreFault) -> IncomingDocument {
        try IncomingDocument(
            field: field, name: documentName(fileName), folder: folder, limit: limit, floor: floor,
            documentLimits: documentLimits)
    }
}
