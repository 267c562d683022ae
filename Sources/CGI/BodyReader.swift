/// The body of one request: never asks its source for more than CONTENT_LENGTH bytes.
public struct BodyReader<Source: ByteSource> {
    /// CONTENT_LENGTH, or 0 when absent.
    public let length: Int
    /// Bytes read so far.
    public private(set) var received = 0
    private var source: Source
    private var isBroken = false

    /// The body that belongs to `request`.
    public init(of request: Request, from source: Source) {
        self.init(length: request.contentLength ?? 0, from: source)
    }

    /// A body of `length` bytes; a negative length counts as 0.
    public init(length: Int, from source: Source) {
        self.length = max(0, length)
        self.source = source
    }

    /// Bytes that are still to come.
    @inlinable
    public var remaining: Int { length - received }

    /// Reads at least one byte; 0 when the whole body has been read.
    ///
    /// Throws `truncated` where the source ends before CONTENT_LENGTH, and `unreadable`.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormFault) -> Int {
        let wanted = min(buffer.count, remaining)
        guard wanted > 0 else { return 0 }
        guard !isBroken else { throw .truncated(expected: length, got: received) }
        let count: Int
        do throws(InputFault) {
            count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
        } catch {
            isBroken = true
            throw .unreadable(code: error.code)
        }
        guard count > 0 else {
            isBroken = true
            throw .truncated(expected: length, got: received)
        }
        received += min(count, wanted)
        return min(count, wanted)
    }

    /// Reads what is left, at most `limit` bytes, and throws it away. Answers whether the body is now read to its end.
    ///
    /// To be called before a refused upload is answered: some web servers give up on a program that stops reading,
    /// and the browser then shows a broken connection instead of the answer.
    @discardableResult
    public mutating func drain(atMost limit: Int) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { scratch in
            var left = limit
            while remaining > 0, left > 0 {
                let space = UnsafeMutableRawBufferPointer(rebasing: scratch[..<min(left, scratch.count)])
                guard let count = try? read(into: space), count > 0 else { break }
                left -= count
            }
            return remaining == 0
        }
    }
}
