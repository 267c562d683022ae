import Persian

/// A day and a time of day as an administrator types them, in local time.
struct LocalMoment: Equatable, Sendable {
    let day: DayNumber
    /// Minutes since midnight.
    let minute: Int

    /// The midnight with which 1970 begins.
    static let first = LocalMoment(day: DayNumber(0), minute: 0)

    /// The same in UTC seconds, where local time is ahead of UTC by so many seconds.
    func utc(offset: Int) -> Int { day.value * 86_400 + minute * 60 - offset }

    /// `2026-11-24 08:00`.
    var text: String {
        "\((try? GregorianDate(day))?.short ?? "") \(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
    }
}

extension LocalMoment {
    /// Reads a day, a space and a time: `1405/09/03 08:00` or `2026-11-24 8:00`, in any digits; nil for anything else.
    init?(typed: String) {
        let parts = asciiDigits(typed).split(separator: " ")
        guard parts.count == 2, let day = DayNumber(typed: String(parts[0])), day.value >= 0 else { return nil }
        let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 2, (1...2).contains(time[0].utf8.count), time[1].utf8.count == 2,
            time.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(time[0]), hour < 24, let minute = Int(time[1]), minute < 60
        else { return nil }
        self.init(day: day, minute: hour * 60 + minute)
    }
}

extension Form<LocalMoment?> {
    /// A day and a time of day; a key that is missing says nothing.
    static let localMoment = Form<LocalMoment?>.optional(
        Form<String>.text(
            TextRule(
                expected: "a day and a local time, such as \"1405/09/03 08:00\" or \"2026-11-24 08:00\"",
                pattern: "^\\S+ \\S{1,2}:\\S\\S$", example: "1405/09/03 08:00"
            ) { LocalMoment(typed: $0) != nil }
        ).map(to: { LocalMoment(typed: $0) ?? .first }, from: \.text), new: .first)
}
