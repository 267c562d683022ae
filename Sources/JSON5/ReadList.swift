import Source

/// The text of a JSON5 file that is a list, with the places at which its elements begin: after an edit only those elements
/// are read again that the edit touched.
public struct ReadList: Sendable {
    /// The bytes of the file.
    public let text: ArraySlice<UInt8>
    /// Where its elements begin, in the order of the file.
    public let starts: [Int]

    /// A list as it was kept; nil where there can be none with such places.
    public init?(_ text: ArraySlice<UInt8>, starts: [Int]) {
        guard zip(starts, starts.dropFirst()).allSatisfy(<), starts.first ?? 0 >= 0, starts.last ?? -1 < text.count
        else { return nil }
        self.text = text
        self.starts = starts
    }

    /// The list that a file holds; nil where it holds something else, or a mistake that reading went over.
    public init?(_ document: Document) {
        guard document.root.kind == .array, document.problems.isEmpty else { return nil }
        text = document.source.bytes[...]
        starts = document.root.elements.map(\.offset)
    }

    /// What a list has become.
    public struct Edited: Sendable {
        /// The list that it is now.
        public let list: ReadList
        /// How many elements at its beginning are those from the beginning of the earlier one.
        public let before: Int
        /// The elements after those, which were read again.
        public let changed: [Node]
        /// How many elements at its end are those from the end of the earlier one.
        public let after: Int
    }

    /// What this list has become in another text; nil where that is not right, or no list: ``readJSON5(_:file:limits:)`` says
    /// what is wrong.
    ///
    /// What stands before the first byte that differs is read as it was before; and so is all from an element on that begins
    /// behind the last one, if only reading comes to the beginning of that very element.
    public func edited(to bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> Edited? {
        guard bytes.count <= limits.bytes else { return nil }
        let common = CommonEnds(of: text, and: bytes)
        // An element is as before where the next one begins as before.
        let next = starts.firstIndex { $0 > common.start } ?? starts.count
        guard next > 0 else { return nil }
        let before = next - 1
        let moved = bytes.count - text.count
        var known = starts[before...].firstIndex { $0 >= text.count - common.end } ?? starts.count
        let changedBytes = starts[before]..<(known < starts.count ? starts[known] + moved : bytes.count)
        guard (try? UTF8Span(validating: bytes.span.extracting(changedBytes))) != nil else { return nil }
        var reader = PositionReader(bytes, deepest: limits.depth)
        let read = try? reader.elements(from: changedBytes.lowerBound) { offset in
            while known < starts.count, starts[known] + moved < offset { known += 1 }
            return known < starts.count && starts[known] + moved == offset
        }
        guard let read, reader.duplicates.isEmpty else { return nil }
        let after = read.isWhole ? 0 : starts.count - known
        let newStarts = starts[..<before] + read.elements.map(\.offset) + starts.suffix(after).map { $0 + moved }
        return ReadList(bytes[...], starts: Array(newStarts)).map {
            Edited(list: $0, before: before, changed: read.elements, after: after)
        }
    }
}

/// How many bytes two texts have in common at their beginning and, of the rest, at their end.
private struct CommonEnds {
    let start: Int
    let end: Int

    init(of one: ArraySlice<UInt8>, and other: [UInt8]) {
        (start, end) = one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in
                let most = min(one.count, other.count)
                var start = 0
                while start + 8 <= most,
                    one.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                        == other.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                {
                    start += 8
                }
                while start < most, one[start] == other[start] { start += 1 }
                var end = 0
                while start + end + 8 <= most,
                    one.loadUnaligned(fromByteOffset: one.count - end - 8, as: UInt64.self)
                        == other.loadUnaligned(fromByteOffset: other.count - end - 8, as: UInt64.self)
                {
                    end += 8
                }
                while start + end < most, one[one.count - end - 1] == other[other.count - end - 1] { end += 1 }
                return (start, end)
            }
        }
    }
}
