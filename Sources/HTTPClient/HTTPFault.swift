/// Why there is no answer to a request.
public enum HTTPFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// The address begins with neither `http://` nor `https://`.
    case wrongScheme
    /// The address is none, for this reason.
    case wrongAddress(String)
    /// A request of this method has no body.
    case bodyNotAllowed(method: String)
    /// libcurl cannot do what is needed.
    case library(String)
    /// Nobody answered, or nobody to be believed.
    case unreachable(String)

    /// The reason.
    public var description: String {
        switch self {
        case .wrongScheme: "the address does not begin with http:// or https://"
        case .wrongAddress(let reason): "the address cannot be used: \(reason)"
        case .bodyNotAllowed(let method): "a request of the method \(method) has no body"
        case .library(let reason): "libcurl cannot do what is needed: \(reason)"
        case .unreachable(let reason): reason
        }
    }
}
