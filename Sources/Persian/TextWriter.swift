/// Writes words and numbers, one after the other, into room that is there already: a list shows dozens of dates, and each
/// would else be put together of half a dozen strings.
public struct TextWriter {
    /// Which digits numbers are written with.
    public enum Digits: Sendable {
        /// `0` ... `9`
        case ascii
        /// `۰` ... `۹`
        case persian
    }

    // U+06F0 ... U+06F9 are DB B0 ... DB B9 in UTF-8.
    private static var persianLead: UInt8 { 0xDB }
    private static var persianZero: UInt8 { 0xB0 }

    private let room: UnsafeMutableBufferPointer<UInt8>
    private let digits: Digits
    private var count = 0

    /// The string that `write` makes.
    ///
    /// - Parameter bytes: how many of UTF-8 it has at most.
    public static func text(_ digits: Digits, atMost bytes: Int, _ write: (inout TextWriter) -> Void) -> String {
        String(unsafeUninitializedCapacity: bytes) { self.write(digits, into: $0, write) }
    }

    /// Writes into room of somebody else, and answers how many bytes.
    public static func write(
        _ digits: Digits, into room: UnsafeMutableBufferPointer<UInt8>, _ write: (inout TextWriter) -> Void
    ) -> Int {
        var writer = TextWriter(room: room, digits: digits)
        write(&writer)
        return writer.count
    }

    /// Hands out what `write` makes in UTF-8, which is gone afterwards.
    ///
    /// - Parameter bytes: how many it has at most.
    public static func bytes(
        _ digits: Digits, atMost bytes: Int, _ write: (inout TextWriter) -> Void,
        use: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes) { room in
            let count = self.write(digits, into: room, write)
            use(UnsafeBufferPointer(rebasing: room[..<count]))
        }
    }

    private init(room: UnsafeMutableBufferPointer<UInt8>, digits: Digits) {
        self.room = room
        self.digits = digits
    }

    /// Writes a word as it is.
    public mutating func add(_ word: String) {
        var word = word
        word.withUTF8 { bytes in
            precondition(bytes.count <= room.count - count, "there is room for what is written")
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[count...]).copyMemory(
                from: UnsafeRawBufferPointer(bytes))
            count += bytes.count
        }
    }

    /// Writes an ASCII character that is no digit, such as what parts two numbers.
    public mutating func add(ascii byte: UInt8) { put(byte) }

    /// Writes a code or the like, of which only the ASCII digits become others.
    public mutating func add(code: String) {
        for byte in code.utf8 {
            if (0x30...0x39).contains(byte) { put(digit: byte - 0x30) } else { put(byte) }
        }
    }

    /// Writes a number that is not negative, with zeros before it up to `width` digits.
    public mutating func add(_ number: Int, width: Int = 1) {
        var (length, rest) = (1, number)
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        length = max(length, width)
        let isPersian = digits == .persian
        let size = isPersian ? 2 : 1
        precondition(length * size <= room.count - count, "there is room for what is written")
        count += length * size
        rest = number
        var place = count
        for _ in 0..<length {
            place -= size
            let digit = UInt8(rest % 10)
            if isPersian {
                room[place] = Self.persianLead
                room[place + 1] = Self.persianZero + digit
            } else {
                room[place] = 0x30 + digit
            }
            rest /= 10
        }
    }

    /// Writes a number from 0 to 99 with two digits, of which dates and times are made.
    public mutating func add(pair number: Int) {
        put(digit: UInt8(number / 10))
        put(digit: UInt8(number % 10))
    }

    /// Writes a date in numbers, as both calendars do: `2026-11-23`.
    mutating func add(year: Int, month: Int, day: Int, parted separator: UInt8) {
        add(pair: year / 100)
        add(pair: year % 100)
        put(separator)
        add(pair: month)
        put(separator)
        add(pair: day)
    }

    /// Writes a date in words, as both calendars do: `2 آذر 1405`.
    mutating func add(day: Int, of month: String, in year: Int) {
        add(day)
        put(UInt8(ascii: " "))
        add(month)
        put(UInt8(ascii: " "))
        add(year)
    }

    private mutating func put(digit: UInt8) {
        if digits == .persian {
            put(Self.persianLead)
            put(Self.persianZero + digit)
        } else {
            put(0x30 + digit)
        }
    }

    private mutating func put(_ byte: UInt8) {
        precondition(count < room.count, "there is room for what is written")
        room[count] = byte
        count += 1
    }
}
