import Glibc

extension Boundary {
    /// What stands at the beginning of some bytes.
    enum Match { case whole, partial, none }

    /// Whether `bytes` begin with the delimiter; with `--` boundary alone where a line begins anyway.
    func match(_ bytes: UnsafeRawBufferPointer, atLineStart: Bool) -> Match {
        guard let base = bytes.baseAddress else { return .partial }
        return delimiter.withUnsafeBytes { delimiter in
            let wanted = atLineStart ? delimiter[2...] : delimiter[...]
            let pattern = UnsafeRawBufferPointer(rebasing: wanted)
            let common = min(bytes.count, pattern.count)
            guard let start = pattern.baseAddress, memcmp(base, start, common) == 0 else { return .none }
            return common == pattern.count ? .whole : .partial
        }
    }

    /// Counts the bytes before the delimiter, or before what may become one when more bytes come.
    ///
    /// Linear: a delimiter holds CR at its first place only, so no byte is compared in more than one attempt.
    func search(_ bytes: UnsafeRawBufferPointer) -> (before: Int, match: Match) {
        guard let base = bytes.baseAddress else { return (0, .none) }
        var position = 0
        while let offset = carriageReturn(in: bytes, base, from: position) {
            // Line ends are frequent in text and delimiters are not: two bytes settle almost every case.
            if offset + 1 < bytes.count, bytes[offset + 1] != .lineFeed {
                position = offset + 1
            } else if offset + 2 < bytes.count, bytes[offset + 2] != .ascii("-") {
                position = offset + 2
            } else {
                let match = match(UnsafeRawBufferPointer(rebasing: bytes[offset...]), atLineStart: false)
                if match != .none { return (offset, match) }
                position = offset + 1
            }
        }
        return (bytes.count, .none)
    }

    private func carriageReturn(
        in bytes: UnsafeRawBufferPointer, _ base: UnsafeRawPointer, from position: Int
    ) -> Int? {
        guard position < bytes.count else { return nil }
        if bytes[position] == .carriageReturn { return position }
        return memchr(base + position, CInt(UInt8.carriageReturn), bytes.count - position).map {
            UnsafeRawPointer($0) - base
        }
    }
}
