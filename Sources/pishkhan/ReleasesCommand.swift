import Generator
import Persian

/// `pishkhan releases`.
let releasesCommand = Command(
    name: "releases", summary: "shows the releases that can be served",
    usage: [
        "releases [--home DIR] [--config FILE]"
    ],
    about: """
        Shows each release with the time at which it was made (UTC), oldest first, and which of them is served. The last
        three stay.
        """,
    options: [
        .home,
        .config,
    ]
) { arguments in
    guard arguments.words.isEmpty else { throw UsageFault.expected("no words, but '\(arguments.words[0])' was given") }
    for release in releases(in: try arguments.home().path) {
        let day = (try? GregorianDate(utcSeconds: release.made, offset: 0))?.short ?? ""
        let time = ClockTime(utcSeconds: release.made, offset: 0).short
        Console.print("\(release.number)\t\(day) \(time)" + (release.isServed ? "\tserved" : ""))
    }
    return .done
}

/// `pishkhan rollback`.
let rollbackCommand = Command(
    name: "rollback", summary: "serves an older release again",
    usage: [
        "rollback [NUMBER] [--home DIR] [--config FILE]"
    ],
    about: """
        Serves the release of that number from the next request on, or the one before the one that is served. Letters and
        accounts stay as they are: only pages, texts, units and settings are the older ones. The site's files are not
        touched: mend them, and the next build makes a new release of them.
        """,
    options: [
        .home,
        .config,
    ]
) { arguments in
    guard arguments.words.count <= 1 else { throw UsageFault.expected("one NUMBER at most") }
    let number = try arguments.words.first.map { word throws(UsageFault) in
        guard let number = Int(word), number > 0 else { throw .expected("the number of a release, not '\(word)'") }
        return number
    }
    let home = try arguments.home().path
    Console.print("release \(try rollBack(to: number, home: home)) is served from \(home)")
    return .done
}
