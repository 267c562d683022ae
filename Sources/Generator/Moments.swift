import Persian

/// A local time of a day by RFC 3339: `2026-11-24T23:59:59+03:30`.
///
/// - Parameters:
///   - time: hours, minutes and seconds.
///   - offset: seconds by which local time is ahead of UTC.
func rfc3339(_ day: DayNumber, _ time: String, offset: Int) -> String {
    let minutes = abs(offset) / 60
    let zone = "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
    return "\((try? GregorianDate(day))?.short ?? "")T\(time)\(zone)"
}
