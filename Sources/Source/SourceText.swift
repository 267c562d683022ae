import Synchronization

/// The bytes of a file with what is needed to turn a byte offset into a line and a column.
///
/// Lines are looked for only when somebody asks, so that a file without mistakes costs nothing. Counts of scalars are kept
/// for blocks, so that thousands of mistakes on one endless line stay cheap.
public struct SourceText: Sendable {
    /// The bytes of the file.
    public let bytes: [UInt8]
    private let found = FoundLines()

    /// A text; bytes that are no UTF-8 do no harm.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var lines: Lines { found.lines(of: bytes) }

    /// The position of the scalar that begins at `offset`; the end of the text for an offset beyond it.
    public func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let (lines, lineStarts) = (lines, lines.starts)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = lines.scalars(before: offset, of: bytes) - lines.scalars(before: lineStarts[low], of: bytes) + 1
        return SourcePosition(line: low + 1, column: column)
    }

    /// The line of a position, with its caret.
    public func excerpt(at position: SourcePosition) -> SourceExcerpt? {
        let lineStarts = lines.starts
        guard lineStarts.indices.contains(position.line - 1) else { return nil }
        let start = lineStarts[position.line - 1]
        let end = position.line < lineStarts.count ? lineStarts[position.line] : bytes.count
        let line = bytes[start..<end].prefix { $0 != 0x0A && $0 != 0x0D }
        return SourceExcerpt(line: String(decoding: line, as: UTF8.self).unicodeScalars, column: position.column)
    }
}

/// Where the lines of a text begin, and how many scalars stand before each of its blocks.
private struct Lines {
    private static let block = 4096

    private(set) var starts = [0]
    private var scalarsBeforeBlock: [Int] = []

    init(of bytes: [UInt8]) {
        var scalars = 0
        bytes.withUnsafeBufferPointer { bytes in
            for (offset, byte) in bytes.enumerated() {
                if offset % Self.block == 0 { scalarsBeforeBlock.append(scalars) }
                if byte & 0xC0 != 0x80 { scalars += 1 }
                if byte == 0x0A {
                    starts.append(offset + 1)
                } else if byte == 0x0D,
                    offset + 1 == bytes.count || bytes[offset + 1] != 0x0A
                {
                    starts.append(offset + 1)
                }
            }
        }
    }

    func scalars(before offset: Int, of bytes: [UInt8]) -> Int {
        guard !scalarsBeforeBlock.isEmpty else { return 0 }
        let block = min(offset / Self.block, scalarsBeforeBlock.count - 1)
        return bytes[(block * Self.block)..<offset].reduce(scalarsBeforeBlock[block]) {
            $1 & 0xC0 != 0x80 ? $0 + 1 : $0
        }
    }
}

/// The lines of one text, once somebody has asked for them.
private final class FoundLines: Sendable {
    private let found = Mutex<Lines?>(nil)

    func lines(of bytes: [UInt8]) -> Lines {
        found.withLock { found in
            if let found { return found }
            let lines = Lines(of: bytes)
            found = lines
            return lines
        }
    }
}

extension SourceText {
    /// The first byte that is no UTF-8; nil if all are.
    public var offsetOfInvalidUTF8: Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
