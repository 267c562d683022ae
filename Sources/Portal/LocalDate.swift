import Persian

extension Texts {
    /// The day of a moment in the language's calendar: `۲ آذر ۱۴۰۵` or `23 November 2026`.
    ///
    /// - Parameters:
    ///   - seconds: UTC seconds.
    ///   - offset: seconds by which local time is ahead of UTC.
    public func date(_ seconds: Int, offset: Int) -> String {
        date(DayNumber(utcSeconds: seconds, offset: offset))
    }

    /// A day in the language's calendar.
    public func date(_ day: DayNumber) -> String {
        TextWriter.text(digits, atMost: Self.longestDate) { write(day, to: &$0) }
    }

    /// Writes the same with the writer's digits: at most `longestDate` bytes.
    public func write(_ day: DayNumber, to text: inout TextWriter) {
        switch language {
        case .persian:
            guard let date = try? SolarHijriDate(day) else { return text.add("–") }
            date.writeLong(to: &text)
        case .english:
            guard let date = try? GregorianDate(day) else { return text.add("–") }
            date.writeLong(to: &text)
        }
    }

    /// Bytes that a day has at most.
    public static let longestDate = 40

    /// The digits that the language writes.
    public var digits: TextWriter.Digits { language == .persian ? .persian : .ascii }
}
