import SQLite
import Secrets

/// The end of the audit at some moment: the number of its last line, and that line's seal.
///
/// As a line of text it can be kept where nobody who writes the database can reach it (a backup, another machine's log):
/// the audit must hold it for ever. `data/audit.head` has the one that the worker has seen last, and so lags behind the
/// database by a minute, but is never ahead of it, even after a power cut: what the worker reads is on disk already.
public struct AuditHead: Equatable, Sendable {
    /// The number of the line; 0 before the first.
    public let event: Int
    /// The seal of the line.
    public let seal: [UInt8]

    /// A line's number and seal.
    public init(event: Int, seal: [UInt8]) {
        self.event = event
        self.seal = seal
    }

    /// Reads what `text` gives; nil for anything else.
    public init?(text: some StringProtocol) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let event = Int(words[0]), event >= 0, let seal = Hexadecimal.decode(String(words[1])),
            seal.count == 32
        else { return nil }
        self.init(event: event, seal: seal)
    }

    /// `12 8f3a…`.
    public var text: String { "\(event) \(Hexadecimal.encode(seal))" }
}

/// Why the audit's head is not written.
public enum AuditFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file is missing or holds no head.
    case noHead(path: String)
    /// The audit does not hold the line that the file names.
    case headDisagrees(path: String)
    /// A line is missing or was changed.
    case broken(line: Int)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .noHead(let path): "\(path) is missing or damaged; run: pishkhan doctor --verify"
        case .headDisagrees(let path):
            "the audit no longer holds the line that \(path) names; run: pishkhan doctor --verify"
        case .broken(let line):
            "line \(line) of the audit is missing or was changed; run: pishkhan doctor --verify"
        }
    }
}

extension Store {
    /// The end of the audit.
    public func auditHead() throws -> AuditHead { try Self.auditHead(in: database) }

    static func auditHead(in database: Database) throws -> AuditHead {
        try database.first("SELECT id, seal FROM event ORDER BY id DESC LIMIT 1") { row in
            AuditHead(event: row.int(0), seal: row.bytes(1))
        } ?? AuditHead(event: 0, seal: AuditSeal.beginning)
    }

    /// Writes the audit's head into its file, if it has moved on.
    ///
    /// A file that is missing, or that the audit disagrees with, is evidence and stays as it is.
    /// - Throws: `AuditFault`.
    public func keepAuditHead() throws {
        let kept = try Self.keptAuditHead(folder)
        let head = try auditHead()
        guard head != kept else { return }
        let sealThere = try database.first("SELECT seal FROM event WHERE id = \(kept.event)") { $0.bytes(0) }
        guard head.event >= kept.event, kept.seal == sealThere ?? AuditSeal.beginning else {
            throw AuditFault.headDisagrees(path: folder.auditHead)
        }
        try Self.write(head, to: folder)
    }

    static func write(_ head: AuditHead, to folder: DataFolder) throws {
        try FileSystem.replace(folder.auditHead, fileBytes(of: head))
    }

    static func fileBytes(of head: AuditHead) -> [UInt8] { Array((head.text + "\n").utf8) }

    /// The head that the file has.
    static func keptAuditHead(_ folder: DataFolder) throws(AuditFault) -> AuditHead {
        let bytes = (try? FileSystem.read(folder.auditHead, limit: 128)) ?? []
        guard let kept = AuditHead(text: String(decoding: bytes, as: UTF8.self).dropLast()) else {
            throw .noHead(path: folder.auditHead)
        }
        return kept
    }
}
