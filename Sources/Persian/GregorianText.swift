extension GregorianDate {
    /// The names of the months in English, January first.
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]

    /// The name of this date's month in English.
    public var monthName: String {
        Self.monthNames[month - 1]
    }

    /// `2026-11-23`, as ISO 8601 writes it.
    public var short: String { TextWriter.text(.ascii, atMost: 10, writeShort) }

    /// Writes the same: 10 bytes in ASCII digits.
    public func writeShort(to text: inout TextWriter) {
        text.add(year: year, month: month, day: day, parted: UInt8(ascii: "-"))
    }

    /// `23 November 2026`.
    public var long: String { TextWriter.text(.ascii, atMost: 17, writeLong) }

    /// Writes the same: at most 17 bytes in ASCII digits.
    public func writeLong(to text: inout TextWriter) { text.add(day: day, of: monthName, in: year) }
}
