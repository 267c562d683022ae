/// The Unix socket at which a web server looks for the program that it does not run itself.
public enum ProgramSocket: Equatable, Sendable {
    /// fcgiwrap's.
    case fcgiwrap(String)
    /// That of the program's own FastCGI processes.
    case fastCGI(String)

    /// The socket's path.
    var path: String {
        switch self {
        case .fcgiwrap(let path), .fastCGI(let path): path
        }
    }

    /// The unit of systemd that listens there. It takes the place of a file that a socket has left.
    var unit: String {
        switch self {
        case .fcgiwrap: "fcgiwrap.socket"
        case .fastCGI: "pishkhan.socket"
        }
    }
}
