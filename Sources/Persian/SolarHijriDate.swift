/// A day of the Solar Hijri calendar, the civil calendar of Iran, in the years 1206 ... 1498.
public struct SolarHijriDate: Hashable, Comparable, Sendable {
    /// The years for which Borkowski's algorithm, ICU and the official tables agree; no other year can be made.
    public static let supportedYears = SolarHijriYear.supported

    /// 1206 ... 1498.
    public let year: Int
    /// 1 (Farvardin) ... 12 (Esfand).
    public let month: Int
    /// 1 ... 31, 30 or 29, by the month.
    public let day: Int

    /// A day that exists.
    public init(year: Int, month: Int, day: Int) throws(CalendarFault) {
        guard Self.supportedYears.contains(year) else { throw .outOfRange }
        guard (1...12).contains(month), (1...Self.length(ofMonth: month, in: year)).contains(day) else {
            throw .noSuchDay(year: year, month: month, day: day)
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a civil day.
    public init(_ dayNumber: DayNumber) throws(CalendarFault) {
        guard Self.supportedDays.contains(dayNumber.value) else { throw .outOfRange }
        let year = SolarHijriYear.containing(day: dayNumber.value)
        let dayOfYear = dayNumber.value - SolarHijriYear.firstDay(of: year)
        // Six months of 31 days, 186 in all, then months of 30.
        let isFirstHalf = dayOfYear < 186
        self.year = year
        self.month = isFirstHalf ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7
        self.day = isFirstHalf ? dayOfYear % 31 + 1 : (dayOfYear - 186) % 30 + 1
    }

    /// The date at an instant, where clocks are `offset` seconds ahead of UTC (Tehran: 12,600).
    public init(utcSeconds: Int, offset: Int) throws(CalendarFault) {
        try self.init(DayNumber(utcSeconds: utcSeconds, offset: offset))
    }

    /// The civil day of this date.
    public var dayNumber: DayNumber {
        let daysBeforeMonth = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
        return DayNumber(SolarHijriYear.firstDay(of: year) + daysBeforeMonth + day - 1)
    }

    /// Whether Esfand of `year` has 30 days.
    public static func isLeap(_ year: Int) throws(CalendarFault) -> Bool {
        guard supportedYears.contains(year) else { throw .outOfRange }
        return SolarHijriYear.isLeap(year)
    }

    /// The earlier date is the smaller one.
    public static func < (left: SolarHijriDate, right: SolarHijriDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static let supportedDays =
        SolarHijriYear.firstDay(
            of: supportedYears.lowerBound)..<SolarHijriYear.firstDay(of: supportedYears.upperBound + 1)

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 1...6: 31
        case 7...11: 30
        default: SolarHijriYear.isLeap(year) ? 30 : 29
        }
    }
}
