extension PositionReader {
    /// What the string that begins at `start` says; the string has been accepted by `skipString` before.
    func unescapedString(from start: Int) -> String {
        var units: [UInt16] = []
        var plainStart = start + 1
        var place = start + 1
        func appendPlain() { units.append(contentsOf: text(plainStart..<place).utf16) }
        while place < bytes.count, bytes[place] != bytes[start] {
            guard bytes[place] == ASCII.backslash, place + 1 < bytes.count else {
                place += 1
                continue
            }
            appendPlain()
            let (unit, length) = escape(at: place)
            if let unit { units.append(unit) }
            place += length
            plainStart = place
        }
        appendPlain()
        return String(decoding: units, as: UTF16.self)
    }

    /// The code unit of an escape, none for a line continuation, and the escape's length in bytes.
    private func escape(at place: Int) -> (unit: UInt16?, length: Int) {
        switch bytes[place + 1] {
        case UInt8(ascii: "b"): (0x08, 2)
        case UInt8(ascii: "f"): (0x0C, 2)
        case UInt8(ascii: "n"): (0x0A, 2)
        case UInt8(ascii: "r"): (0x0D, 2)
        case UInt8(ascii: "t"): (0x09, 2)
        case UInt8(ascii: "x"): (hexUnit(at: place + 2, digits: 2), 4)
        case UInt8(ascii: "u"): (hexUnit(at: place + 2, digits: 4), 6)
        case ASCII.lineFeed: (nil, 2)
        case ASCII.carriageReturn: (nil, place + 2 < bytes.count && bytes[place + 2] == ASCII.lineFeed ? 3 : 2)
        case let same: (UInt16(same), 2)
        }
    }

    private func hexUnit(at place: Int, digits: Int) -> UInt16 {
        bytes[place..<min(place + digits, bytes.count)].reduce(0) {
            $0 << 4 | UInt16(truncatingIfNeeded: ASCII.hexValue($1) ?? 0)
        }
    }
}
