/// A day of the Gregorian calendar, in the years 1 ... 9999, which ISO 8601 writes with four digits.
public struct GregorianDate: Hashable, Comparable, Sendable {
    /// 1 ... 9999.
    public let year: Int
    /// 1 ... 12.
    public let month: Int
    /// 1 ... 31.
    public let day: Int

    /// A day that exists.
    public init(year: Int, month: Int, day: Int) throws(CalendarFault) {
        guard (1...9999).contains(year) else { throw .outOfRange }
        guard (1...12).contains(month), (1...Self.length(ofMonth: month, in: year)).contains(day) else {
            throw .noSuchDay(year: year, month: month, day: day)
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a civil day, by Howard Hinnant's `civil_from_days`
    /// (https://howardhinnant.github.io/date_algorithms.html).
    public init(_ dayNumber: DayNumber) throws(CalendarFault) {
        guard Self.supportedDays.contains(dayNumber.value) else { throw .outOfRange }
        // Years begin in March here, so that the leap day comes last; eras of 400 years begin on 1 March 0000.
        let (era, dayOfEra) = (dayNumber.value + Self.daysFromEraToEpoch).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        self.month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        self.year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    /// The date at an instant, where clocks are `offset` seconds ahead of UTC.
    public init(utcSeconds: Int, offset: Int) throws(CalendarFault) {
        try self.init(DayNumber(utcSeconds: utcSeconds, offset: offset))
    }

    /// The civil day of this date, by Howard Hinnant's `days_from_civil`.
    public var dayNumber: DayNumber {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = yearFromMarch.quotientAndRemainder(dividingBy: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return DayNumber(era * 146_097 + dayOfEra - Self.daysFromEraToEpoch)
    }

    /// The earlier date is the smaller one.
    public static func < (left: GregorianDate, right: GregorianDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// From 0000-03-01 to 1970-01-01.
    private static let daysFromEraToEpoch = 719_468
    /// 0001-01-01 ... 9999-12-31.
    private static let supportedDays = -719_162...2_932_896

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
