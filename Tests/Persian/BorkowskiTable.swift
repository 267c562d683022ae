/// Borkowski's algorithm with its whole table of breaks, as the oracle for the closed form in the module.
enum BorkowskiTable {
    private static let breaks = [
        -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
    ]

    /// The day of March on which the year begins, and the number of years since the last leap year (0: leap).
    static func nowruz(_ year: Int) -> (march: Int, sinceLeap: Int) {
        var leaps = -14
        var last = breaks[0]
        var jump = 0
        for next in breaks.dropFirst() {
            jump = next - last
            if year < next { break }
            leaps += jump / 33 * 8 + jump % 33 / 4
            last = next
        }
        var n = year - last
        leaps += n / 33 * 8 + (n % 33 + 3) / 4
        if jump % 33 == 4, jump - n == 4 { leaps += 1 }
        let gregorian = year + 621
        let march = 20 + leaps - (gregorian / 4 - (gregorian / 100 + 1) * 3 / 4 - 150)
        if jump - n < 6 { n = n - jump + (jump + 4) / 33 * 33 }
        let since = ((n + 1) % 33 - 1) % 4
        return (march, since == -1 ? 4 : since)
    }
}
