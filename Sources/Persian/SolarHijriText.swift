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
        persianDigits(padded(year, to: 4) + "/" + padded(month, to: 2) + "/" + padded(day, to: 2))
    }

    /// `۲ آذر ۱۴۰۵`, in Persian digits.
    public var long: String {
        persianDigits("\(day) \(monthName) \(year)")
    }
}
