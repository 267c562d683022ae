import Persian
import Testing

@Suite struct GregorianTests {
    @Test("Dates read as ISO 8601 and as English text")
    func text() throws {
        let date = try GregorianDate(year: 2026, month: 11, day: 23)
        #expect(date.short == "2026-11-23")
        #expect(date.long == "23 November 2026")
        #expect(try GregorianDate(year: 7, month: 1, day: 2).short == "0007-01-02")
    }

    @Test("Day 0 is 1 January 1970, and known days have their numbers")
    func known() throws {
        #expect(try GregorianDate(DayNumber(0)).short == "1970-01-01")
        #expect(try GregorianDate(DayNumber(-1)).short == "1969-12-31")
        #expect(try GregorianDate(DayNumber(11_016)).short == "2000-02-29")
    }

    @Test("Every day of 1 ... 9999 comes back, in order")
    func everyDay() throws {
        var last = try GregorianDate(year: 1, month: 1, day: 1)
        for number in last.dayNumber.value + 1...2_932_896 {
            let date = try GregorianDate(DayNumber(number))
            guard date > last, date.dayNumber.value == number else {
                Issue.record("\(date) after \(last)")
                return
            }
            last = date
        }
        #expect(last.short == "9999-12-31")
    }

    @Test("Days outside the years 1 ... 9999 are refused", arguments: [-719_163, 2_932_897, Int.min, Int.max])
    func limits(day: Int) {
        #expect(throws: CalendarFault.outOfRange) { try GregorianDate(DayNumber(day)) }
    }

    @Test(
        "29 February exists in leap years only", arguments: [(2024, true), (2023, false), (1900, false), (2000, true)])
    func leapDay(year: Int, exists: Bool) {
        let date = try? GregorianDate(year: year, month: 2, day: 29)
        #expect((date != nil) == exists)
    }

    @Test("No pair of instant and offset overflows", arguments: [Int.min, -1, 0, Int.max], [Int.min, 0, Int.max])
    func extremes(seconds: Int, offset: Int) {
        let clock = ClockTime(utcSeconds: seconds, offset: offset)
        #expect((0...23).contains(clock.hour) && (0...59).contains(clock.minute))
        _ = DayNumber(utcSeconds: seconds, offset: offset)
        #expect(DayNumber(Int.max).start(offset: 0) == nil)
    }
}
