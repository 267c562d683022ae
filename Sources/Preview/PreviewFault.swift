/// Why there is no preview.
public enum PreviewFault: Error, Equatable, CustomStringConvertible {
    /// The port, or each that was tried from it on, cannot be listened on.
    case cannotListen(port: Int, reason: String)
    /// The system has no thread for it.
    case noThread(reason: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .cannotListen(let port, let reason): "cannot listen on port \(port): \(reason); --port takes another one"
        case .noThread(let reason): "cannot begin: \(reason); end other programs, or raise the limit of threads"
        }
    }
}
