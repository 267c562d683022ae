/// The bytes of a file with what is needed to turn a byte offset into a line and a column.
///
/// Positions are computed only when somebody asks, so that reading a file without mistakes costs one pass. Counts of
/// scalars are kept for blocks, so that thousands of mistakes on one endless line stay cheap.
public struct SourceText: Sendable {
    private static let block = 4096

    /// The bytes of the file.
    public let bytes: [UInt8]
    private let lineStarts: [Int]
    private let scalarsBeforeBlock: [Int]

    /// A text; bytes that are no UTF-8 do no harm.
    public init(_ bytes: [UInt8]) {
        var lineStarts = [0]
        var scalarsBeforeBlock: [Int] = []
        var scalars = 0
        bytes.withUnsafeBufferPointer { bytes in
            for (offset, byte) in bytes.enumerated() {
                if offset % Self.block == 0 { scalarsBeforeBlock.append(scalars) }
                if byte & 0xC0 != 0x80 { scalars += 1 }
                if byte == 0x0A {
                    lineStarts.append(offset + 1)
                } else if byte == 0x0D,
                    offset + 1 == bytes.count || bytes[offset + 1] != 0x0A
                {
                    lineStarts.append(offset + 1)
                }
            }
        }
        self.bytes = bytes
        self.lineStarts = lineStarts
        self.scalarsBeforeBlock = scalarsBeforeBlock
    }

    /// The position of the scalar that begins at `offset`; the end of the text for an offset beyond it.
    public func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = scalars(before: offset) - scalars(before: lineStarts[low]) + 1
        return SourcePosition(line: low + 1, column: column)
    }

    /// The line of a position, with its caret.
    public func excerpt(at position: SourcePosition) -> SourceExcerpt? {
        guard lineStarts.indices.contains(position.line - 1) else { return nil }
        let start = lineStarts[position.line - 1]
        let end = position.line < lineStarts.count ? lineStarts[position.line] : bytes.count
        let line = bytes[start..<end].prefix { $0 != 0x0A && $0 != 0x0D }
        return SourceExcerpt(line: String(decoding: line, as: UTF8.self).unicodeScalars, column: position.column)
    }

    private func scalars(before offset: Int) -> Int {
        guard !scalarsBeforeBlock.isEmpty else { return 0 }
        let block = min(offset / Self.block, scalarsBeforeBlock.count - 1)
        return bytes[(block * Self.block)..<offset].reduce(scalarsBeforeBlock[block]) {
            $1 & 0xC0 != 0x80 ? $0 + 1 : $0
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
