/// Writes words and numbers, one after the other, into the room of a new `String`: a list shows dozens of dates, and each
/// would else be put together of half a dozen strings.
struct TextWriter {
    /// Which digits numbers are written with.
    enum Digits {
        /// `0` ... `9`
        case ascii
        /// `۰` ... `۹`
        case persian
    }

    private let room: UnsafeMutableBufferPointer<UInt8>
    private let digits: Digits
    private var count = 0

    /// The string that `write` makes.
    ///
    /// - Parameter bytes: how many of UTF-8 it has at most.
    static func text(_ digits: Digits, atMost bytes: Int, _ write: (inout TextWriter) -> Void) -> String {
        String(unsafeUninitializedCapacity: bytes) { room in
            var writer = TextWriter(room: room, digits: digits)
            write(&writer)
            return writer.count
        }
    }

    private init(room: UnsafeMutableBufferPointer<UInt8>, digits: Digits) {
        self.room = room
        self.digits = digits
    }

    /// Writes a word.
    mutating func add(_ word: String) {
        for byte in word.utf8 { put(byte) }
    }

    /// Writes a number that is not negative, with zeros before it up to `width` digits.
    mutating func add(_ number: Int, width: Int = 1) {
        var (place, count) = (1, 1)
        while number / place >= 10 {
            place *= 10
            count += 1
        }
        for _ in 0..<max(0, width - count) { put(digit: 0) }
        while place > 0 {
            put(digit: UInt8(number / place % 10))
            place /= 10
        }
    }

    private mutating func put(digit: UInt8) {
        switch digits {
        case .ascii: put(0x30 + digit)
        case .persian:
            // U+06F0 ... U+06F9 are DB B0 ... DB B9 in UTF-8.
            put(0xDB)
            put(0xB0 + digit)
        }
    }

    private mutating func put(_ byte: UInt8) {
        precondition(count < room.count, "there is room for what is written")
        room[count] = byte
        count += 1
    }
}
