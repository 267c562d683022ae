/// The bytes of a file, read at any place through one small window: memory does not grow with the file.
///
/// Work is counted and bounded, so that no file can keep a reader busy: each byte that is looked at is a unit, and each
/// move of the window costs about as much as `windowCost` bytes. Whoever needs more than `workLimit` reads a file
/// that no program wrote: it is `damaged`. Real files need less than two units a byte, and 60,000 for the first ones.
public final class DocumentBytes {
    /// Fills a buffer from a place of the file; answers how many bytes it put there, or a negative `errno`.
    public typealias Read = (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int

    /// Bytes of the window.
    static let windowLength = 16_384
    /// Units for a move of the window: a system call, and its copy.
    static let windowCost = 8_192
    /// Units for a look at a few bytes.
    static let lookCost = 16

    /// The file's size.
    public let count: Int
    /// The units spent so far.
    public private(set) var work = 0
    /// The most units: four a byte of the file, and 32 Mi for the jumps of a small one.
    public var workLimit: Int { 4 * count + 33_554_432 }

    private let read: Read
    private let window = UnsafeMutableRawBufferPointer.allocate(byteCount: windowLength, alignment: 16)
    private var start = 0
    private var filled = 0

    /// Bytes that `read` gives.
    ///
    /// - Parameter count: the file's size, which does not change while it is read.
    public init(count: Int, read: @escaping Read) {
        self.count = count
        self.read = read
    }

    deinit { window.deallocate() }

    /// Counts work that is not reading.
    func spend(_ units: Int) throws(DocumentDefect) {
        work += units
        guard work <= workLimit else { throw .damaged }
    }

    /// A copy of a few bytes.
    ///
    /// - Throws: `damaged` where the file does not hold them all, as every look does.
    func copy(at offset: Int, count wanted: Int) throws(DocumentDefect) -> [UInt8] {
        try require(offset, wanted)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(wanted)
        while bytes.count < wanted {
            let before = bytes.count
            try withChunk(at: offset + before, atMost: wanted - before) { bytes += $0 }
            try spend(bytes.count - before)
        }
        return bytes
    }

    /// One byte.
    func byte(at offset: Int) throws(DocumentDefect) -> UInt8 {
        try withChunk(at: offset, atMost: 1) { $0[0] }
    }

    /// A number of 1 ... 8 bytes.
    func number(at offset: Int, bytes length: Int, _ order: ByteOrder) throws(DocumentDefect) -> UInt64 {
        try require(offset, length)
        var bytes: UInt64 = 0
        var done = 0
        while done < length {
            done += try withChunk(at: offset + done, atMost: length - done) { chunk in
                for byte in chunk { bytes = bytes << 8 | UInt64(byte) }
                return chunk.count
            }
        }
        return order == .big ? bytes : bytes.byteSwapped >> (64 - 8 * UInt64(length))
    }

    /// Looks at the bytes from a place on: at least one, and as many as are wanted or the window holds.
    ///
    /// This costs a look; whoever goes through the bytes spends one unit for each.
    func withChunk<Result>(
        at offset: Int, atMost wanted: Int, _ look: (UnsafeRawBufferPointer) -> Result
    ) throws(DocumentDefect) -> Result {
        try require(offset, min(1, wanted))
        if offset < start || offset >= start + filled { try fill(from: offset) }
        let first = offset - start
        let length = min(wanted, filled - first)
        try spend(Self.lookCost)
        return look(UnsafeRawBufferPointer(rebasing: window[first..<first + length]))
    }

    private func require(_ offset: Int, _ length: Int) throws(DocumentDefect) {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { throw .damaged }
    }

    /// Makes the window begin at a place, so that the next look sees as much as it can hold.
    func moveWindow(to offset: Int) throws(DocumentDefect) {
        if offset != start || filled == 0 { try fill(from: offset) }
    }

    private func fill(from offset: Int) throws(DocumentDefect) {
        try spend(Self.windowCost)
        filled = 0
        let wanted = min(window.count, count - offset)
        var length = 0
        while length < wanted {
            let got = read(offset + length, UnsafeMutableRawBufferPointer(rebasing: window[length..<wanted]))
            guard got >= 0 else { throw .unreadable(code: Int32(truncatingIfNeeded: -got)) }
            // The file has become shorter under our hands.
            guard got > 0 else { throw .damaged }
            length += min(got, wanted - length)
        }
        start = offset
        filled = length
    }
}

/// Which byte of a number comes first.
enum ByteOrder {
    /// The lowest.
    case little
    /// The highest.
    case big
}
