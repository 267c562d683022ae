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
        switch language {
        case .persian: (try? SolarHijriDate(day))?.long ?? "–"
        case .english: (try? GregorianDate(day))?.long ?? "–"
        }
    }

    /// Writes the day of a moment: at most 40 bytes in the language's digits.
    public func write(date seconds: Int, offset: Int, to text: inout TextWriter) {
        let day = DayNumber(utcSeconds: seconds, offset: offset)
        switch language {
        case .persian:
            guard let date = try? SolarHijriDate(day) else { return text.add("–") }
            date.writeLong(to: &text)
        case .english:
            guard let date = try? GregorianDate(day) else { return text.add("–") }
            date.writeLong(to: &text)
        }
    }
}
