import Folders
import Glibc
import Watching

/// Carries something out now, and again after each change of a site's files, until SIGINT or SIGTERM. What is under way
/// then is finished.
///
/// - Parameters:
///   - config: its folder is watched with all below it.
///   - left: folders in which nothing counts, such as the home.
///   - round: is given somebody to tell of files that it has read, which are watched as well where they lie elsewhere.
func follow(
    config: String, leavingOut left: () -> [String], until stop: StopSignal,
    _ round: (_ tell: @escaping (String) -> Void) -> Void
) throws {
    let watch = try FolderWatch(until: stop)
    let folder = config.lastIndex(of: "/").map { String(config[...$0]) } ?? "./"
    let site = folder.count > 1 ? String(folder.dropLast()) : folder
    // Before anything is read: no edit falls between the reading and the watching.
    try watch.watch([site, config], leavingOut: left())
    repeat {
        let places = ToldPlaces(site: folder)
        round(places.tell)
        try watch.watch([site, config] + places.outside, leavingOut: left())
    } while try watch.waitForChange()
}

/// The files and folders that a round has read.
private final class ToldPlaces {
    private let site: String
    private(set) var outside: [String] = []

    init(site: String) { self.site = site }

    /// Those below the config's folder are watched with it.
    func tell(_ place: String) {
        let isInside =
            place.hasPrefix(site) || site == "./" && !place.hasPrefix("/")
        let leavesAgain = place.split(separator: "/").contains("..") && !site.split(separator: "/").contains("..")
        if !isInside || leavesAgain { outside.append(place) }
    }
}

/// The time of day in hours, minutes and seconds, as the computer's own clock shows it.
func timeOfDay() -> String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let parts = [local.tm_hour, local.tm_min, local.tm_sec]
    return parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
}
