import Persian

/// A local time of a day by RFC 3339: `2026-11-24T23:59:59+03:30`.
///
/// - Parameters:
///   - time: hours, minutes and seconds.
///   - offset: seconds by which local time is ahead of UTC.
func rfc3339(_ day: DayNumber, _ time: String, offset: Int) -> String {
    let minutes = abs(offset) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let zone = "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    return "\((try? GregorianDate(day))?.short ?? "")T\(time)\(zone)"
}
