import Source

extension PositionReader {
    /// The number that `skipNumber` went over.
    func number(_ range: Range<Int>) -> Node.Content {
        let isNegative = bytes[range.lowerBound] == ASCII.minus
        let isSigned = isNegative || bytes[range.lowerBound] == ASCII.plus
        let digits = text(range.lowerBound + (isSigned ? 1 : 0)..<range.upperBound)
        if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
            let magnitude = Int(digits.dropFirst(2), radix: 16) ?? 0
            return .number(
                isNegative ? -Double(magnitude) : Double(magnitude), whole: isNegative ? -magnitude : magnitude)
        }
        let whole = Int(isNegative ? "-" + digits : digits)
        let magnitude = whole.map { Double($0).magnitude } ?? Double(digits) ?? .nan
        let value = isNegative ? -magnitude : magnitude
        return .number(value, whole: whole ?? Int(exactly: value))
    }

    /// Goes over the number at the offset: an optional sign, then decimal, hexadecimal, `Infinity` or `NaN`.
    mutating func skipNumber() throws(Failure) {
        let start = offset
        if peek == ASCII.plus || peek == ASCII.minus { offset += 1 }
        switch peek {
        case UInt8(ascii: "I"), UInt8(ascii: "N"): return try skipNumberWord()
        case ASCII.zero where peek(1) | 0x20 == UInt8(ascii: "x"): try skipHexadecimal(from: start)
        default: try skipDecimal(from: start)
        }
        if peek == ASCII.dot { throw unexpected(.endOfNumber) }
        if let next = scalar?.value, Identifier.isPart(next) || next == "\\" { throw unexpected(.endOfNumber) }
    }

    private mutating func skipNumberWord() throws(Failure) {
        let start = offset
        skipIdentifier()
        let word = text(start..<offset)
        guard word == "Infinity" || word == "NaN" else { throw Failure(offset: start, fault: .unknownWord(word)) }
    }

    /// Foundation reads hexadecimal numbers by way of Int64.
    private mutating func skipHexadecimal(from start: Int) throws(Failure) {
        offset += 2
        guard ASCII.hexValue(peek) != nil else { throw unexpected(.hexDigit) }
        var value: UInt64 = 0
        while let digit = ASCII.hexValue(peek) {
            guard value <= UInt64(Int64.max) >> 4 else { throw Failure(offset: start, fault: .numberOutOfRange) }
            value = value << 4 | UInt64(digit)
            offset += 1
        }
    }

    private mutating func skipDecimal(from start: Int) throws(Failure) {
        let whole = skipDigits()
        if whole > 1, bytes[offset - whole] == ASCII.zero { throw Failure(offset: start, fault: .leadingZero) }
        var fraction = 0
        if peek == ASCII.dot {
            offset += 1
            fraction = skipDigits()
        }
        guard whole + fraction > 0 else { throw unexpected(.digit) }
        var hasExponent = false
        if peek | 0x20 == UInt8(ascii: "e") {
            // `0e5`: the specification allows it, Foundation does not.
            if whole == 1, bytes[offset - 1] == ASCII.zero { throw unexpected(.endOfNumber) }
            hasExponent = true
            offset += 1
            if peek == ASCII.plus || peek == ASCII.minus { offset += 1 }
            guard skipDigits() > 0 else { throw unexpected(.digit) }
        }
        // Without an exponent a number can overflow from 309 digits on, and underflow from 300.
        if hasExponent || whole + fraction > 300 { try checkRange(of: start..<offset) }
    }

    /// Foundation refuses what overflows and what underflows; numbers below the normal ones are refused with them.
    private func checkRange(of number: Range<Int>) throws(Failure) {
        let text = text(number)
        let isZero = !text.prefix { $0 != "e" && $0 != "E" }.contains { ("1"..."9").contains($0) }
        guard !isZero, let value = Double(text) else { return }
        if !value.isFinite || abs(value) < .leastNormalMagnitude {
            throw Failure(offset: number.lowerBound, fault: .numberOutOfRange)
        }
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while ASCII.isDigit(peek) { offset += 1 }
        return offset - start
    }
}
