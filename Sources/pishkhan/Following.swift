import Glibc
import Persian
import Watching

/// Carries something out now, and again after each change of a site's files, until it is time to stop. What is under way
/// then is finished.
///
/// - Parameters:
///   - config: its folder is watched with all below it.
///   - left: folders in which nothing counts, such as the home.
///   - round: is given somebody to tell of files that it has read; those that lie elsewhere are watched as well.
func follow(
    config: String, leavingOut left: () -> [String], until stop: StopSignal,
    _ round: (_ tell: (String) -> Void) throws -> Void
) throws {
    let watch = try FolderWatch(until: stop)
    let folder = config.lastIndex(of: "/").map { String(config[..<config.index(after: $0)]) } ?? ""
    // A slash at its end does no harm, and is all that there is of the root.
    let site = [folder.isEmpty ? "." : folder, config]
    // Before anything is read: no edit falls between the reading and the watching.
    try watch.watch(site, leavingOut: left())
    repeat {
        var outside: [String] = []
        try round { place in
            if !lies(place, below: folder) { outside.append(place) }
        }
        try watch.watch(site + outside, leavingOut: left())
    } while try watch.waitForChange()
}

/// Whether a path that begins like a folder's stays below it.
private func lies(_ place: String, below folder: String) -> Bool {
    let isBeside = folder.isEmpty ? place.hasPrefix("/") : !place.hasPrefix(folder)
    return !isBeside && !place.dropFirst(folder.count).split(separator: "/").contains("..")
}

/// The time of day in hours, minutes and seconds, as the computer's own clock shows it.
func timeOfDay() -> String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return [local.tm_hour, local.tm_min, local.tm_sec].map { padded(Int($0), to: 2) }.joined(separator: ":")
}
