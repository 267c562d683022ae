/// Why there is no preview.
public enum PreviewFault: Error, Equatable, CustomStringConvertible {
    /// The port, or each that was tried from it on, cannot be listened on.
    case cannotListen(port: Int, reason: String)

    /// One line, with what to do.
    public var description: String {
        switch self {
        case .cannotListen(let port, let reason): "cannot listen on port \(port): \(reason); --port takes another one"
        }
    }
}
