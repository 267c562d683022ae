/// A time of day, to the minute.
public struct ClockTime: Hashable, Comparable, Sendable {
    /// 0 ... 23.
    public let hour: Int
    /// 0 ... 59.
    public let minute: Int

    /// What a clock shows that is `offset` seconds ahead of UTC; seconds are cut off.
    ///
    /// - Parameter utcSeconds: seconds since 1970-01-01T00:00:00Z. Any value is safe.
    public init(utcSeconds: Int, offset: Int) {
        let second = LocalTime(utcSeconds: utcSeconds, offset: offset).second
        self.hour = second / 3600
        self.minute = second % 3600 / 60
    }

    /// `09:05`, in ASCII digits.
    public var short: String { TextWriter.text(.ascii, atMost: 5, writeShort) }

    /// Writes the same with the writer's digits: at most 9 bytes.
    public func writeShort(to text: inout TextWriter) {
        text.add(pair: hour)
        text.add(ascii: UInt8(ascii: ":"))
        text.add(pair: minute)
    }

    /// The earlier time is the smaller one.
    public static func < (left: ClockTime, right: ClockTime) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}
