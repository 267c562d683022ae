extension DayNumber {
    /// Reads a date as people type it: year, month and day in any digits, with `/`, `-`, `.` or spaces between them.
    ///
    /// The calendar shows by the year, as no year of both is in use: `1405/9/2` is Solar Hijri, `2026-11-23` Gregorian.
    public init?(typed: String) {
        guard typed.utf8.count <= 64 else { return nil }
        var numbers: [Int] = []
        var digits = ""
        for scalar in asciiDigits(typed).unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "/", "-", ".", " ", "\u{2013}":
                guard let number = Int(digits) else { return nil }
                numbers.append(number)
                digits = ""
            // Marks of direction and joining come with what is copied from pages.
            case "\u{200c}", "\u{200e}", "\u{200f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": continue
            default: return nil
            }
        }
        guard let day = Int(digits), numbers.count == 2 else { return nil }
        let (year, month) = (numbers[0], numbers[1])
        let number =
            SolarHijriDate.supportedYears.contains(year)
            ? (try? SolarHijriDate(year: year, month: month, day: day))?.dayNumber
            : (1900...9999).contains(year) ? (try? GregorianDate(year: year, month: month, day: day))?.dayNumber : nil
        guard let number else { return nil }
        self = number
    }
}
