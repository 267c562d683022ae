/// The arithmetic of Solar Hijri years.
///
/// K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74 (1996), 223–230, gives
/// the leap years as 33-year cycles with a few breaks. Between its breaks at 1181 and 1635 the cycles join without
/// a seam, so within the supported years one cycle, counted from the leap year 1210, is the whole algorithm. The
/// tests hold it against the full table of breaks and against ICU.
enum SolarHijriYear {
    /// The years for which Borkowski, ICU and the official tables agree.
    static let supported = 1206...1498

    /// Eight leap years, 4 years apart, and then a gap of 5.
    private static let cycleYears = 33
    private static let cycleDays = 33 * 365 + 8
    /// A leap year that begins a cycle, at or before the first supported year.
    private static let firstYear = 1210 - cycleYears
    private static let firstDay = nowruz1403 - daysSinceCycleStart(years: 1403 - firstYear)
    /// 1 Farvardin 1403 was 20 March 2024.
    private static let nowruz1403 = 19_802

    static func isLeap(_ year: Int) -> Bool {
        let place = (year - firstYear) % cycleYears
        return place % 4 == 0 && place < 32
    }

    /// Days since 1970-01-01 of 1 Farvardin.
    static func firstDay(of year: Int) -> Int {
        firstDay + daysSinceCycleStart(years: year - firstYear)
    }

    /// The year that holds a day, which must not lie before `firstYear`.
    static func containing(day: Int) -> Int {
        let (cycle, dayInCycle) = (day - firstDay).quotientAndRemainder(dividingBy: cycleDays)
        // A year too early at most: 33 years hold eight days more than 33 × 365.
        let place = dayInCycle / 366
        let isNext = place + 1 < cycleYears && daysSinceCycleStart(years: place + 1) <= dayInCycle
        return firstYear + cycle * cycleYears + place + (isNext ? 1 : 0)
    }

    private static func daysSinceCycleStart(years: Int) -> Int {
        let (cycle, place) = years.quotientAndRemainder(dividingBy: cycleYears)
        return cycle * cycleDays + place * 365 + (place + 3) / 4
    }
}
