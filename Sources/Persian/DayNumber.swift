/// A civil day, counted from 1970-01-01 = 0; what every calendar here converts from and to.
public struct DayNumber: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let value: Int

    /// The day that is `value` days after 1970-01-01.
    public init(_ value: Int) {
        self.value = value
    }

    /// The civil day at a place whose clocks are `offset` seconds ahead of UTC.
    ///
    /// - Parameter utcSeconds: seconds since 1970-01-01T00:00:00Z, without leap seconds. Any value is safe.
    public init(utcSeconds: Int, offset: Int) {
        self.value = LocalTime(utcSeconds: utcSeconds, offset: offset).day
    }

    /// The instant, in UTC seconds, at which this day begins where clocks are `offset` seconds ahead of UTC;
    /// nil where no `Int` can hold it.
    public func start(offset: Int) -> Int? {
        let (seconds, tooMany) = value.multipliedReportingOverflow(by: LocalTime.secondsInDay)
        let (start, tooFar) = seconds.subtractingReportingOverflow(offset)
        return tooMany || tooFar ? nil : start
    }

    /// The earlier day is the smaller one.
    public static func < (left: DayNumber, right: DayNumber) -> Bool {
        left.value < right.value
    }
}
