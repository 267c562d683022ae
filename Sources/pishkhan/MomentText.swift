import Persian

/// A moment for programs: `2026-11-23T09:30:05Z`.
func utcText(_ seconds: Int) -> String {
    let day = (try? GregorianDate(utcSeconds: seconds, offset: 0))?.short ?? ""
    let second = (seconds % 60 + 60) % 60
    return "\(day)T\(ClockTime(utcSeconds: seconds, offset: 0).short):\(second < 10 ? "0" : "")\(second)Z"
}

/// A moment for people, by the portal's clock: `2026-11-23 13:00`.
func localText(_ seconds: Int, offset: Int) -> String {
    let day = (try? GregorianDate(utcSeconds: seconds, offset: offset))?.short ?? "–"
    return "\(day) \(ClockTime(utcSeconds: seconds, offset: offset).short)"
}
