import Glibc

/// A fixed piece of memory that is filled at its end and consumed from its beginning.
public struct ByteBuffer: ~Copyable {
    private let storage: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0

    /// A buffer of `capacity` bytes, at least 1.
    public init(capacity: Int) {
        storage = .allocate(byteCount: max(1, capacity), alignment: 16)
    }

    deinit { storage.deallocate() }

    /// Bytes that wait to be consumed.
    public var count: Int { end - start }

    /// Lets `read` put bytes behind those that wait, and answers how many it says it has put there.
    ///
    /// Bytes are moved to the front only when there is no room behind them, so that small reads stay linear.
    public mutating func fill<Fault: Error>(
        _ read: (UnsafeMutableRawBufferPointer) throws(Fault) -> Int
    ) throws(Fault) -> Int {
        if start == end {
            (start, end) = (0, 0)
        } else if end == storage.count, start > 0, let base = storage.baseAddress {
            memmove(base, base + start, count)
            (start, end) = (0, count)
        }
        let read = try read(UnsafeMutableRawBufferPointer(rebasing: storage[end...]))
        end = min(end + max(0, read), storage.count)
        return read
    }

    /// Copies as many of `bytes` behind those that wait as there is room for, and answers how many.
    public mutating func fill(from bytes: UnsafeRawBufferPointer) -> Int {
        fill { room in
            let count = min(room.count, bytes.count)
            room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            return count
        }
    }

    /// Lends the bytes of a step of ``MultipartReader``; they are there until the buffer is filled again.
    public func withBytes<Result, Fault: Error>(
        _ range: Range<Int>, _ use: (UnsafeRawBufferPointer) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        try use(UnsafeRawBufferPointer(rebasing: storage[range]))
    }

    /// The bytes that wait; valid until the buffer is filled.
    var waiting: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[start..<end]) }

    /// Takes the first `count` waiting bytes and answers where they lie.
    @discardableResult
    mutating func consume(_ count: Int) -> Range<Int> {
        let taken = start..<(start + count)
        start += count
        return taken
    }
}
