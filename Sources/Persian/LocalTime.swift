/// UTC seconds split into a day and the seconds within it, at a fixed offset.
struct LocalTime {
    static let secondsInDay = 86_400

    /// Days since 1970-01-01.
    let day: Int
    /// 0 ..< 86,400.
    let second: Int

    /// Splits both numbers before it adds them, so that no pair of them overflows.
    init(utcSeconds: Int, offset: Int) {
        let (utcDay, utcSecond) = Self.split(utcSeconds)
        let (offsetDay, offsetSecond) = Self.split(offset)
        let (carry, second) = Self.split(utcSecond + offsetSecond)
        self.day = utcDay + offsetDay + carry
        self.second = second
    }

    private static func split(_ seconds: Int) -> (day: Int, second: Int) {
        let (day, second) = seconds.quotientAndRemainder(dividingBy: secondsInDay)
        return second < 0 ? (day - 1, second + secondsInDay) : (day, second)
    }
}
