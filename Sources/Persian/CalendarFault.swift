/// Why a date could not be made.
public enum CalendarFault: Error, Equatable, Sendable {
    /// The day lies outside the years that the calendar is known to be right for.
    case outOfRange
    /// The year is supported, but has no such month or day.
    case noSuchDay(year: Int, month: Int, day: Int)
}
