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
    public var short: String {
        padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
    }

    /// `23 November 2026`.
    public var long: String {
        "\(day) \(monthName) \(year)"
    }
}
