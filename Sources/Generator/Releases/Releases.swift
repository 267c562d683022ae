import Glibc
import Store

/// A release that lies in a home.
public struct Release: Equatable, Sendable {
    /// Its number; later ones have greater numbers.
    public let number: Int
    /// When it was made, in UTC seconds.
    public let made: Int
    /// Whether it is the one that is served.
    public let isServed: Bool
}

/// The releases that lie in a home, oldest first; none where the home has none.
public func releases(in home: String) -> [Release] {
    let served = ReleaseFolder.served(in: home)
    return ReleaseFolder.numbers(in: home).map { number in
        var status = stat()
        _ = stat("\(home)/releases/\(number)", &status)
        return Release(number: number, made: status.st_mtim.tv_sec, isServed: number == served)
    }
}

/// Serves an older release again, in one step; the newer ones stay, and the next build makes another one.
///
/// - Parameter number: its number; nil for the one before the one that is served.
/// - Returns: the number of the release that is served now.
public func rollBack(to number: Int?, home: String) throws -> Int {
    let lock = try BuildLock(home: home)
    let all = releases(in: home)
    let served = all.first { $0.isServed }?.number
    guard let wanted = number ?? all.last(where: { $0.number < served ?? .max })?.number,
        all.contains(where: { $0.number == wanted })
    else { throw ReleaseFault.noRelease(number, home: home) }
    // A release of another version of the program could not be read, and the portal would answer 503.
    _ = try PortalSnapshot(opening: "\(home)/releases/\(wanted)/private")
    try ReleaseFolder.serve(wanted, in: home)
    _ = consume lock
    return wanted
}
