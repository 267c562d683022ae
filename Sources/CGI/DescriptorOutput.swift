import CLinux
import Glibc

/// A file descriptor: a CGI program writes its answer to number 1.
///
/// A client that has gone away is EPIPE only where SIGPIPE is ignored; otherwise the signal ends the process.
public struct DescriptorOutput: ResponseOutput {
    private let descriptor: CInt
    /// Whether this thread lost its processor while it wrote last: mostly to the reader, whom that woke.
    public private(set) var wasPreempted = false

    /// Writes to this descriptor, and leaves it open.
    public init(_ descriptor: CInt) { self.descriptor = descriptor }

    /// Writes both, in one call where the system takes them in one.
    public mutating func write(_ first: [UInt8], _ second: [UInt8]) throws(WriteFault) {
        let before = pishkhan_times_preempted()
        defer { wasPreempted = pishkhan_times_preempted() > before }
        var written = 0
        while written < first.count + second.count {
            let count = first.withUnsafeBytes { first in
                second.withUnsafeBytes { second in
                    let skipped = min(written, first.count)
                    return writeOnce(first[skipped...], second[(written - skipped)...])
                }
            }
            if count >= 0 { written += count } else { try waitAfterFailure() }
        }
    }

    private func writeOnce(_ first: Slice<UnsafeRawBufferPointer>, _ second: Slice<UnsafeRawBufferPointer>) -> Int {
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
    public mutating func copy(_ file: CInt, length: Int) throws(WriteFault) {
        let before = pishkhan_times_preempted()
        defer { wasPreempted = pishkhan_times_preempted() > before }
        var left = length
        while left > 0 {
            let count = sendfile(descriptor, file, nil, left)
            switch count {
            case 1...: left -= count
            case 0: throw .fileTooShort(missing: left)
            default:
                if errno == EINVAL || errno == ENOSYS { return try copyThroughMemory(file, length: left) }
                try waitAfterFailure()
            }
        }
    }

    /// Does nothing: all has been written.
    public mutating func finish() {}

    /// After a call that failed: returns if it is to be tried again.
    private func waitAfterFailure() throws(WriteFault) {
        switch errno {
        case EINTR: break
        case EAGAIN: waitUntilReady(descriptor, for: CInt(POLLOUT))
        default: throw .system(code: errno)
        }
    }
}
