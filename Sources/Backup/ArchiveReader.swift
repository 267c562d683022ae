import Glibc
import Secrets

/// Reads an archive that `ArchiveWriter` has made, and refuses everything else.
struct ArchiveReader {
    /// One member.
    struct Member {
        let path: String
        let isFolder: Bool
        let size: Int
        let written: Int
    }

    let path: String
    private let descriptor: CInt
    /// The lines that the manifest must have.
    private var found: [UInt8] = []
    private var seen: Set<String> = []

    init(_ path: String, descriptor: CInt) {
        self.path = path
        self.descriptor = descriptor
    }

    /// Goes through all members in their order; returns once the manifest agrees with all of them.
    ///
    /// - Parameter take: gets each member but the manifest, and may read its bytes by the function that it is given; the
    ///   bytes have not been checked yet then.
    mutating func readAll(
        _ take: (Member, _ bytes: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws -> Void
    ) throws {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw BackupFault.system("read", path) }
        while let member = try nextMember() {
            if member.path == Manifest.name { return try readManifest(member) }
            guard seen.insert(member.path).inserted else { throw foreign("\(member.path) stands in it twice") }
            let hash = ContentHash()
            var isRead = false
            func bytes(_ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
                isRead = true
                try readBytes(member.size) { piece in
                    hash.update(piece)
                    try sink(piece)
                }
            }
            try take(member, bytes)
            if !isRead { try bytes { _ in } }
            guard !member.isFolder else { continue }
            guard let line = Manifest.line(member.path, hash.finish()) else {
                throw foreign("\(member.path) is no name of ours")
            }
            found += line
        }
        throw BackupFault.damaged(path: path, reason: "its manifest is missing")
    }

    private mutating func readManifest(_ member: Member) throws {
        var manifest: [UInt8] = []
        guard member.size <= found.count + 4_096 else {
            throw BackupFault.damaged(path: path, reason: "its manifest is too long")
        }
        try readBytes(member.size) { manifest += $0 }
        if let name = Manifest.difference(manifest, found: found) {
            throw BackupFault.damaged(
                path: path, reason: name.isEmpty ? "its manifest is not whole" : "\(name) is not what it was")
        }
        guard try nextMember() == nil else { throw foreign("something stands after its manifest") }
    }

    private func foreign(_ reason: String) -> BackupFault { .foreign(path: path, reason: reason) }

    /// The next member; nil at the end, which must be one.
    private func nextMember() throws -> Member? {
        var block = try readBlock()
        if block.allSatisfy({ $0 == 0 }) {
            try readEnd()
            return nil
        }
        var header = try self.header(block)
        var records: [String: String] = [:]
        if header.kind == .extended {
            guard header.size <= 65_536 else { throw foreign("a header is too long") }
            var bytes: [UInt8] = []
            try readBytes(header.size) { bytes += $0 }
            guard let read = TarBlock.records(bytes), Set(read.keys).isSubset(of: ["path", "size"]) else {
                throw foreign("a header is not of our making")
            }
            records = read
            block = try readBlock()
            header = try self.header(block)
        }
        guard header.kind == .file || header.kind == .folder else { throw foreign("it holds links or devices") }
        guard let name = records["path"] ?? String(validating: header.name, as: UTF8.self),
            let size = records["size"].map({ Int($0) }) ?? header.size, size >= 0, header.kind == .file || size == 0
        else { throw foreign("a header is not of our making") }
        let isFolder = header.kind == .folder
        guard !isFolder || name.hasSuffix("/") else { throw foreign("a header is not of our making") }
        return Member(
            path: isFolder ? String(name.dropLast()) : name, isFolder: isFolder, size: size, written: header.written)
    }

    private func header(_ block: [UInt8]) throws -> TarBlock {
        guard let header = TarBlock(block) else {
            throw seen.isEmpty
                ? foreign("it is no tar archive of ours")
                : BackupFault.damaged(path: path, reason: "a header is not what it was")
        }
        return header
    }

    /// Nothing but zeros up to the end, one block more at least.
    private func readEnd() throws {
        guard try readBlock().allSatisfy({ $0 == 0 }) else {
            throw BackupFault.damaged(path: path, reason: "its end is not what it was")
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw BackupFault.system("read", path) }
            if count == 0 { return }
            guard buffer[..<count].allSatisfy({ $0 == 0 }) else { throw foreign("something stands after its end") }
        }
    }

    private func readBlock() throws -> [UInt8] {
        var block: [UInt8] = []
        try readExactly(TarHeader.blockSize) { block += $0 }
        return block
    }

    /// The bytes of a member, and the padding after them.
    private func readBytes(_ size: Int, _ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        try readExactly(size, sink)
        try readExactly(TarHeader.padding(after: size)) { padding in
            guard padding.allSatisfy({ $0 == 0 }) else {
                throw BackupFault.damaged(path: path, reason: "something stands where nothing should")
            }
        }
    }

    private func readExactly(_ size: Int, _ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        var buffer = [UInt8](repeating: 0, count: min(max(size, 1), 1 << 18))
        var rest = size
        while rest > 0 {
            let count = read(descriptor, &buffer, min(rest, buffer.count))
            guard count >= 0 else { throw BackupFault.system("read", path) }
            guard count > 0 else { throw BackupFault.damaged(path: path, reason: "it ends too early") }
            try buffer.withUnsafeBytes { try sink(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            rest -= count
        }
    }
}
