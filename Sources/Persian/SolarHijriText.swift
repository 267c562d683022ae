extension SolarHijriDate {
    /// The names of the months in Persian, Farvardin first.
    public static let monthNames = [
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
        "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ]

    /// The name of this date's month in Persian.
    public var monthName: String {
        Self.monthNames[month - 1]
    }

    /// `۱۴۰۵/۰۹/۰۲`, in Persian digits. Slashes keep their order after Persian text; hyphens would not.
    public var short: String {
        TextWriter.text(.persian, atMost: 18) { $0.add(year: year, month: month, day: day, parted: UInt8(ascii: "/")) }
    }

    /// `۲ آذر ۱۴۰۵`, in Persian digits.
    public var long: String { TextWriter.text(.persian, atMost: 40, writeLong) }

    /// Writes the same with the writer's digits: at most 40 bytes.
    public func writeLong(to text: inout TextWriter) { text.add(day: day, of: monthName, in: year) }
}
