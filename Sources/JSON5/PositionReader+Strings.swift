extension PositionReader {
    /// Goes over the string at the offset; true if it holds an escape.
    mutating func skipString() throws(Failure) -> Bool {
        let start = offset
        let quote = peek
        var escaped = false
        offset += 1
        while true {
            guard offset < bytes.count else { throw Failure(offset: start, fault: .unclosedString) }
            let byte = bytes[offset]
            switch byte {
            case quote:
                offset += 1
                return escaped
            case ASCII.backslash:
                escaped = true
                try skipEscape(inStringFrom: start)
            case ASCII.lineFeed, ASCII.carriageReturn: throw Failure(offset: start, fault: .unclosedString)
            case 0x00..<0x20: throw Failure(offset: offset, fault: .controlCharacter(UInt32(byte)))
            default: offset += 1
            }
        }
    }

    private mutating func skipEscape(inStringFrom start: Int) throws(Failure) {
        switch peek(1) {
        case ASCII.quote, ASCII.apostrophe, ASCII.backslash, ASCII.slash, UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
        case ASCII.lineFeed: offset += 2
        case ASCII.carriageReturn: offset += peek(2) == ASCII.lineFeed ? 3 : 2
        case UInt8(ascii: "x"):
            let escape = offset
            offset += 2
            if try hexDigits(2, inStringFrom: start) == 0 { throw Failure(offset: escape, fault: .nulEscape) }
        case UInt8(ascii: "u"): try skipUnicodeEscape(inStringFrom: start)
        default:
            let escape = offset
            offset += 1
            guard offset < bytes.count else { throw Failure(offset: start, fault: .unclosedString) }
            throw Failure(offset: escape, fault: .unknownEscape(found))
        }
    }

    private mutating func skipUnicodeEscape(inStringFrom start: Int) throws(Failure) {
        let escape = offset
        offset += 2
        switch try hexDigits(4, inStringFrom: start) {
        case 0: throw Failure(offset: escape, fault: .nulEscape)
        case 0xD800...0xDBFF:
            guard peek == ASCII.backslash, peek(1) == UInt8(ascii: "u") else {
                throw Failure(offset: escape, fault: .loneSurrogate)
            }
            offset += 2
            guard case 0xDC00...0xDFFF = try hexDigits(4, inStringFrom: start) else {
                throw Failure(offset: escape, fault: .loneSurrogate)
            }
        case 0xDC00...0xDFFF: throw Failure(offset: escape, fault: .loneSurrogate)
        default: break
        }
    }

    private mutating func hexDigits(_ count: Int, inStringFrom start: Int) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard offset < bytes.count else { throw Failure(offset: start, fault: .unclosedString) }
            guard let digit = ASCII.hexValue(peek) else { throw unexpected(.hexDigit) }
            value = value << 4 | digit
            offset += 1
        }
        return value
    }
}
