extension PositionReader {
    /// Goes over white space and comments.
    mutating func skipSpace() throws(Failure) {
        while true {
            switch peek {
            case ASCII.space, 0x09...0x0D: offset += 1
            case ASCII.slash: try skipComment()
            case 0x80...: return try refuseForeignSpace()
            default: return
            }
        }
    }

    private mutating func skipComment() throws(Failure) {
        switch peek(1) {
        case ASCII.slash:
            while offset < bytes.count, peek != ASCII.lineFeed, peek != ASCII.carriageReturn { try skipInComment() }
        case ASCII.star:
            let start = offset
            offset += 2
            while !(peek == ASCII.star && peek(1) == ASCII.slash) {
                if offset >= bytes.count { throw Failure(offset: start, fault: .unclosedComment) }
                if peek == 0 { throw Failure(offset: offset, fault: .controlCharacter(0)) }
                offset += 1
            }
            offset += 2
        default:
            offset += 1
            throw unexpected(.comment)
        }
    }

    private mutating func skipInComment() throws(Failure) {
        if peek == 0 { throw Failure(offset: offset, fault: .controlCharacter(0)) }
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        if peek == 0xE2, peek(1) == 0x80, peek(2) == 0xA8 || peek(2) == 0xA9 {
            throw Failure(offset: offset, fault: .lineSeparatorInComment(0x2000 | UInt32(peek(2) & 0x3F)))
        }
        offset += 1
    }

    private func refuseForeignSpace() throws(Failure) {
        guard let scalar = scalar?.value else { return }
        if scalar == "\u{FEFF}" || scalar.properties.isWhitespace {
            throw Failure(offset: offset, fault: .foreignSpace(scalar.value))
        }
    }
}
