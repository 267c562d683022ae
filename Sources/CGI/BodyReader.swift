/// The body of one request: never asks its source for more than CONTENT_LENGTH bytes.
public struct BodyReader<Source: ByteSource> {
    /// CONTENT_LENGTH, or 0 when absent.
    public let length: Int
    /// Bytes read so far.
    public private(set) var received = 0
    private var source: Source
    /// What ended the body before its length, to be thrown once the bytes before it have been taken.
    private var fault: FormFault?

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

    /// Fills the buffer, or as much of it as the body has left; 0 when the whole body has been read.
    ///
    /// Web servers hand a body on in pieces of a few kilobytes. Whoever writes a file takes it in larger ones: the file
    /// system's work is by the write more than by the byte.
    ///
    /// Throws `truncated` where the source ends before CONTENT_LENGTH, and `unreadable`; the bytes that came before are
    /// answered first.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormFault) -> Int {
        let wanted = min(buffer.count, remaining)
        var filled = 0
        while filled < wanted, fault == nil {
            do throws(InputFault) {
                let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<wanted])
                let count = min(try source.read(into: room), room.count)
                guard count > 0 else {
                    fault = .truncated(expected: length, got: received)
                    break
                }
                filled += count
                received += count
            } catch {
                fault = .unreadable(code: error.code)
            }
        }
        if filled == 0, wanted > 0, let fault { throw fault }
        return filled
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
