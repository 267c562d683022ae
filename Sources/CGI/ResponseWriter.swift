import Glibc

extension Response {
    /// Writes the answer to `descriptor`, usually 1; with `headOnly` (the answer to HEAD) without the body.
    ///
    /// A client that has gone away is EPIPE only where SIGPIPE is ignored; otherwise the signal ends the process.
    public func write(to descriptor: CInt, headOnly: Bool = false) throws(WriteFault) {
        let head = head
        guard !headOnly, status != .notModified else { return try writeAll(head, [], to: descriptor) }
        switch body {
        case .empty: try writeAll(head, [], to: descriptor)
        case .bytes(let bytes): try writeAll(head, bytes, to: descriptor)
        case .file(let file, _):
            try writeAll(head, [], to: descriptor)
            try copyFile(file, length: contentLength, to: descriptor)
        }
    }
}

/// Writes both, in one call where the system takes them in one.
private func writeAll(_ first: [UInt8], _ second: [UInt8], to descriptor: CInt) throws(WriteFault) {
    var written = 0
    while written < first.count + second.count {
        let count = first.withUnsafeBytes { first in
            second.withUnsafeBytes { second in
                let skipped = min(written, first.count)
                return writeOnce(first[skipped...], second[(written - skipped)...], to: descriptor)
            }
        }
        if count >= 0 { written += count } else { try waitAfterFailure(to: descriptor) }
    }
}

private func writeOnce(
    _ first: Slice<UnsafeRawBufferPointer>, _ second: Slice<UnsafeRawBufferPointer>, to descriptor: CInt
) -> Int {
    // The system does not write through these pointers; iovec has no other kind.
    let first = UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(rebasing: first))
    let second = UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(rebasing: second))
    if first.isEmpty { return Glibc.write(descriptor, second.baseAddress, second.count) }
    return withUnsafeTemporaryAllocation(of: iovec.self, capacity: 2) { pieces in
        pieces.initializeElement(at: 0, to: iovec(iov_base: first.baseAddress, iov_len: first.count))
        pieces.initializeElement(at: 1, to: iovec(iov_base: second.baseAddress, iov_len: second.count))
        return writev(descriptor, pieces.baseAddress, second.isEmpty ? 1 : 2)
    }
}

/// Lets the system copy the file; where it cannot for this kind of file, copies by hand.
private func copyFile(_ file: CInt, length: Int, to descriptor: CInt) throws(WriteFault) {
    var left = length
    while left > 0 {
        let count = sendfile(descriptor, file, nil, left)
        switch count {
        case 1...: left -= count
        case 0: throw .fileTooShort(missing: left)
        default:
            if errno == EINVAL || errno == ENOSYS { return try copyByHand(file, length: left, to: descriptor) }
            try waitAfterFailure(to: descriptor)
        }
    }
}

private func copyByHand(_ file: CInt, length: Int, to descriptor: CInt) throws(WriteFault) {
    var left = length
    while left > 0 {
        var result = 0
        let piece = [UInt8](unsafeUninitializedCapacity: min(left, 65_536)) { room, filled in
            result = Glibc.read(file, room.baseAddress, room.count)
            filled = max(0, result)
        }
        if result < 0 && errno == EINTR { continue }
        guard result >= 0 else { throw .system(code: errno) }
        guard result > 0 else { throw .fileTooShort(missing: left) }
        try writeAll(piece, [], to: descriptor)
        left -= piece.count
    }
}

/// After a call that failed: returns if it is to be tried again.
private func waitAfterFailure(to descriptor: CInt) throws(WriteFault) {
    switch errno {
    case EINTR: break
    case EAGAIN: waitUntilReady(descriptor, for: CInt(POLLOUT))
    default: throw .system(code: errno)
    }
}
