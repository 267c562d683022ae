import Glibc

extension DocumentBytes {
    /// The first place in a range where a pattern stands, whole.
    ///
    /// - Parameter pattern: at most as long as the window.
    func find(_ pattern: StaticString, in range: Range<Int>) throws(DocumentDefect) -> Int? {
        let pattern = UnsafeRawBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
        var at = max(0, range.lowerBound)
        let end = min(count, range.upperBound)
        while at + pattern.count <= end {
            let (found, next) = try withChunk(at: at, atMost: end - at) { chunk in
                // Fewer bytes than the pattern: look again with a window that begins here.
                chunk.count < pattern.count ? (nil, 0) : first(pattern, in: chunk)
            }
            try spend(next)
            if let found { return at + found }
            if next == 0 { try moveWindow(to: at) } else { at += next }
        }
        return nil
    }

    /// The last place in a range where a pattern stands, whole.
    func findLast(_ pattern: StaticString, in range: Range<Int>) throws(DocumentDefect) -> Int? {
        var last: Int?
        var from = range.lowerBound
        while let found = try find(pattern, in: from..<range.upperBound) {
            last = found
            from = found + 1
        }
        return last
    }

    /// The end of the file without the NULs and the white space that some programs pad it with.
    func endWithoutPadding() throws(DocumentDefect) -> Int {
        var end = count
        while end > 0 {
            let from = max(0, end - Self.windowLength)
            let length = end - from
            let kept = try copy(at: from, count: length).lastIndex { !Self.isPadding($0) }
            if let kept { return from + kept + 1 }
            end = from
        }
        return 0
    }

    /// PDF's white space (ISO 32000-2, table 1), which covers that of XML too.
    static func isPadding(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 12, 13, 32: true
        default: false
        }
    }
}

/// Where the pattern begins, and where it may begin that did not fit any more.
private func first(_ pattern: UnsafeRawBufferPointer, in chunk: UnsafeRawBufferPointer) -> (found: Int?, next: Int) {
    let last = chunk.count - pattern.count
    var at = 0
    while at <= last, let next = chunk.place(of: pattern[0], from: at), next <= last {
        if pattern.indices.allSatisfy({ chunk[next + $0] == pattern[$0] }) { return (next, next) }
        at = next + 1
    }
    return (nil, last + 1)
}

extension UnsafeRawBufferPointer {
    /// Where a byte stands next. Most bytes of most files are none that somebody looks for, and `memchr` passes them much
    /// faster than a loop.
    func place(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress else { return nil }
        return memchr(base + start, CInt(byte), count - start).map { UnsafeRawPointer($0) - base }
    }
}
