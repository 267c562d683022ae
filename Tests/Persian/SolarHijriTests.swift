import Foundation
import Persian
import Testing

@Suite struct SolarHijriTests {
    static let tehran = 12_600

    @Test(
        "Known days have their official dates",
        arguments: [
            ((2026, 11, 23), (1405, 9, 2)), ((2024, 3, 20), (1403, 1, 1)), ((2025, 3, 20), (1403, 12, 30)),
            ((2025, 3, 21), (1404, 1, 1)), ((2026, 3, 20), (1404, 12, 29)), ((2026, 3, 21), (1405, 1, 1)),
            ((2021, 3, 20), (1399, 12, 30)), ((2030, 3, 20), (1408, 12, 30)), ((1979, 2, 11), (1357, 11, 22)),
        ])
    func goldenDates(gregorian: (Int, Int, Int), solar: (Int, Int, Int)) throws {
        let day = try GregorianDate(year: gregorian.0, month: gregorian.1, day: gregorian.2).dayNumber
        let date = try SolarHijriDate(year: solar.0, month: solar.1, day: solar.2)
        #expect(try SolarHijriDate(day) == date)
        #expect(date.dayNumber == day)
    }

    @Test("Leap years are those of the official tables", arguments: [1399, 1403, 1408, 1375, 1370])
    func leapYears(year: Int) throws {
        #expect(try SolarHijriDate.isLeap(year))
        #expect(throws: Never.self) { try SolarHijriDate(year: year, month: 12, day: 30) }
    }

    @Test("Common years have no 30 Esfand", arguments: [1400, 1404, 1405, 1407])
    func commonYears(year: Int) throws {
        #expect(try !SolarHijriDate.isLeap(year))
        #expect(throws: CalendarFault.noSuchDay(year: year, month: 12, day: 30)) {
            try SolarHijriDate(year: year, month: 12, day: 30)
        }
    }

    @Test("Every day of 1206 ... 1498 comes back, and each is the day after the one before")
    func everyDay() throws {
        let first = try SolarHijriDate(year: 1206, month: 1, day: 1)
        let afterLast = try SolarHijriDate(year: 1498, month: 12, day: 1).dayNumber.value + 29
        var expected = (year: 1206, month: 1, day: 1)
        for number in first.dayNumber.value..<afterLast {
            let date = try SolarHijriDate(DayNumber(number))
            if (date.year, date.month, date.day) != expected || date.dayNumber.value != number {
                Issue.record("\(date) is not \(expected)")
                return
            }
            let lengthOfEsfand = try SolarHijriDate.isLeap(date.year) ? 30 : 29
            let length = date.month <= 6 ? 31 : date.month == 12 ? lengthOfEsfand : 30
            expected.day += 1
            if expected.day > length { expected = (expected.year, expected.month + 1, 1) }
            if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
        }
        #expect(expected == (1499, 1, 1) || expected == (1498, 12, 30))
    }

    @Test("Every Nowruz is Foundation's, and Borkowski's by his whole table")
    func nowruz() throws {
        var calendar = Calendar(identifier: .persian)
        calendar.timeZone = .gmt
        for year in SolarHijriDate.supportedYears {
            let ours = try SolarHijriDate(year: year, month: 1, day: 1)
            let date = Date(timeIntervalSince1970: Double(ours.dayNumber.value) * 86_400 + 43_200)
            let icu = calendar.dateComponents([.year, .month, .day], from: date)
            #expect([icu.year, icu.month, icu.day] == [year, 1, 1])
            let table = BorkowskiTable.nowruz(year)
            let gregorian = try GregorianDate(ours.dayNumber)
            #expect((gregorian.month, gregorian.day) == (3, table.march), "\(year)")
            #expect(try SolarHijriDate.isLeap(year) == (table.sinceLeap == 0), "\(year)")
        }
    }

    @Test("Years outside 1206 ... 1498 are refused, those at the ends are not")
    func limits() throws {
        let first = try SolarHijriDate(year: 1206, month: 1, day: 1).dayNumber.value
        let last = try SolarHijriDate(year: 1498, month: 12, day: SolarHijriDate.isLeap(1498) ? 30 : 29).dayNumber.value
        #expect(try SolarHijriDate(DayNumber(first)).year == 1206)
        #expect(try SolarHijriDate(DayNumber(last)).year == 1498)
        for day in [first - 1, last + 1, Int.min, Int.max] {
            #expect(throws: CalendarFault.outOfRange) { try SolarHijriDate(DayNumber(day)) }
        }
        for year in [1205, 1499, Int.min, Int.max] {
            #expect(throws: CalendarFault.outOfRange) { try SolarHijriDate(year: year, month: 1, day: 1) }
            #expect(throws: CalendarFault.outOfRange) { try SolarHijriDate.isLeap(year) }
        }
    }

    @Test(
        "A month or day that no year has is refused", arguments: [(0, 1), (13, 1), (1, 0), (6, 32), (7, 31), (12, 31)])
    func noSuchDay(month: Int, day: Int) {
        #expect(throws: CalendarFault.noSuchDay(year: 1403, month: month, day: day)) {
            try SolarHijriDate(year: 1403, month: month, day: day)
        }
    }

    @Test("The day changes at midnight in Tehran, not in Greenwich")
    func offset() throws {
        let midnight = 1_795_379_400  // 2026-11-22T20:30:00Z
        #expect(try SolarHijriDate(utcSeconds: midnight, offset: Self.tehran).short == "۱۴۰۵/۰۹/۰۲")
        #expect(try SolarHijriDate(utcSeconds: midnight - 1, offset: Self.tehran).short == "۱۴۰۵/۰۹/۰۱")
        #expect(ClockTime(utcSeconds: midnight, offset: Self.tehran).short == "00:00")
        #expect(ClockTime(utcSeconds: midnight - 1, offset: Self.tehran).short == "23:59")
        #expect(DayNumber(utcSeconds: midnight, offset: Self.tehran).start(offset: Self.tehran) == midnight)
    }

    @Test("Dates read as people write them")
    func text() throws {
        let date = try SolarHijriDate(year: 1405, month: 9, day: 2)
        #expect(date.short == "۱۴۰۵/۰۹/۰۲")
        #expect(date.long == "۲ آذر ۱۴۰۵")
        #expect(SolarHijriDate.monthNames.count == 12)
    }
}
