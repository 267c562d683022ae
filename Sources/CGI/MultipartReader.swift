import Glibc

/// Splits a `multipart/form-data` body (RFC 7578) into parts.
///
/// It reads nothing itself: fill the buffer, ask for the next step, and fill it again when more is needed. The steps
/// are the same however the bytes are split, `bytes` aside, which come in other pieces. Time is linear in the body's
/// length, memory is the buffer's.
public struct MultipartReader {
    /// What comes next in a body.
    public enum Step: Equatable, Sendable {
        /// The buffer must be filled; where there are no more bytes, call ``finish()``.
        case needsMore
        /// A part begins.
        case part(PartHeader)
        /// Bytes of the part, to be had from ``ByteBuffer/withBytes(_:_:)``; never empty.
        case bytes(Range<Int>)
        /// The part is complete.
        case partEnd
        /// The closing boundary has been read; what follows it has no meaning.
        case end
    }

    private enum State {
        case start, preamble, afterBoundary, padding, closing, headers, dataStart, data, end
    }

    private let boundary: Boundary
    private let limits: FormLimits
    private var state = State.start
    private var parts = 0
    private var lines = PartHeaderLines()
    /// Bytes at the buffer's beginning in which no line feed was found.
    private var searched = 0

    /// A reader of a body of that type; throws `noBoundary`, `boundaryTooLong` or `malformed(.boundary)`.
    public init(contentType: ContentType, limits: FormLimits) throws(FormFault) {
        boundary = try Boundary(of: contentType, longest: limits.boundary)
        self.limits = limits
    }

    /// A buffer that holds the longest header line and the boundary, and enough to make reads few.
    public func makeBuffer() -> ByteBuffer {
        ByteBuffer(capacity: max(65_536, limits.headerLine + 2) + boundary.delimiter.count)
    }

    /// The next step; consumes the bytes that belong to it.
    public mutating func next(in buffer: inout ByteBuffer) throws(FormFault) -> Step {
        while true {
            if let step = try advance(in: &buffer) { return step }
        }
    }

    /// To be called where the body is at its end and more was needed: throws unless the closing boundary was read.
    public func finish() throws(FormFault) {
        switch state {
        case .closing, .end: break
        default: throw .malformed(.unfinished)
        }
    }

    /// One transition; nil if it has nothing to tell.
    private mutating func advance(in buffer: inout ByteBuffer) throws(FormFault) -> Step? {
        switch state {
        case .start:
            return matchAtLineStart(in: &buffer, otherwise: .preamble)
        case .preamble:
            let (before, match) = boundary.search(buffer.waiting)
            buffer.consume(before)
            guard match == .whole else { return .needsMore }
            passBoundary(in: &buffer)
            return nil
        case .dataStart:
            // RFC 2046: body-part := MIME-part-headers [CRLF *OCTET]; the CRLF may be the delimiter's own.
            return matchAtLineStart(in: &buffer, otherwise: .data)
        case .data:
            return nextBytes(in: &buffer)
        case .afterBoundary:
            return try afterBoundary(in: &buffer)
        case .padding:
            guard try passLineEnd(in: &buffer) else { return .needsMore }
            parts += 1
            guard parts <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
            lines = PartHeaderLines()
            state = .headers
            return nil
        case .closing:
            guard try passLineEnd(in: &buffer) else { return .needsMore }
            state = .end
            return nil
        case .headers:
            return try nextHeaderLine(in: &buffer)
        case .end:
            buffer.consume(buffer.count)
            return .end
        }
    }

    private mutating func matchAtLineStart(in buffer: inout ByteBuffer, otherwise: State) -> Step? {
        switch boundary.match(buffer.waiting, atLineStart: true) {
        case .partial: return .needsMore
        case .none:
            state = otherwise
            return nil
        case .whole:
            let isInPart = state == .dataStart
            buffer.consume(boundary.delimiter.count - 2)
            state = .afterBoundary
            return isInPart ? .partEnd : nil
        }
    }

    private mutating func nextBytes(in buffer: inout ByteBuffer) -> Step {
        let (before, match) = boundary.search(buffer.waiting)
        if before > 0 { return .bytes(buffer.consume(before)) }
        guard match == .whole else { return .needsMore }
        passBoundary(in: &buffer)
        return .partEnd
    }

    private mutating func passBoundary(in buffer: inout ByteBuffer) {
        buffer.consume(boundary.delimiter.count)
        state = .afterBoundary
    }

    /// RFC 2046: close-delimiter := delimiter "--"
    private mutating func afterBoundary(in buffer: inout ByteBuffer) throws(FormFault) -> Step? {
        let waiting = buffer.waiting
        guard let first = waiting.first else { return .needsMore }
        guard first == .ascii("-") else {
            state = .padding
            return nil
        }
        guard waiting.count >= 2 else { return .needsMore }
        guard waiting[1] == .ascii("-") else { throw .malformed(.boundaryLine) }
        buffer.consume(2)
        state = .closing
        return nil
    }

    /// Passes transport padding and CRLF; false if more bytes are needed.
    private mutating func passLineEnd(in buffer: inout ByteBuffer) throws(FormFault) -> Bool {
        buffer.consume(buffer.waiting.prefix(while: \.isBlank).count)
        let waiting = buffer.waiting
        guard let first = waiting.first else { return false }
        guard first == .carriageReturn else {
            throw .malformed(first == .lineFeed ? .bareLineFeed : .boundaryLine)
        }
        guard waiting.count >= 2 else { return false }
        guard waiting[1] == .lineFeed else { throw .malformed(.boundaryLine) }
        buffer.consume(2)
        return true
    }

    private mutating func nextHeaderLine(in buffer: inout ByteBuffer) throws(FormFault) -> Step? {
        let waiting = buffer.waiting
        guard let length = lineFeed(in: waiting) else {
            // A carriage return at the end may be the line end's first half.
            let isTooLong = waiting.count > limits.headerLine + (waiting.last == .carriageReturn ? 1 : 0)
            guard !isTooLong else { throw .headerTooLong(limit: limits.headerLine) }
            searched = waiting.count
            return .needsMore
        }
        searched = 0
        let hasReturn = length > 0 && waiting[length - 1] == .carriageReturn
        let line = Array(waiting[..<(hasReturn ? length - 1 : length)])
        guard line.count <= limits.headerLine else { throw .headerTooLong(limit: limits.headerLine) }
        guard hasReturn else { throw .malformed(.bareLineFeed) }
        buffer.consume(length + 1)
        if line.isEmpty {
            state = .dataStart
            return .part(try lines.header())
        }
        guard lines.count < limits.headersPerPart else { throw .tooManyHeaders(limit: limits.headersPerPart) }
        try lines.add(line, longest: limits.headerLine)
        return nil
    }

    private func lineFeed(in waiting: UnsafeRawBufferPointer) -> Int? {
        guard let base = waiting.baseAddress,
            let found = memchr(base + searched, CInt(UInt8.lineFeed), waiting.count - searched)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
