/// What a scanner says of a file that it has seen whole.
public enum Verdict: Equatable, Sendable {
    /// Nothing known was found.
    case clean
    /// Malware, with the signature's name in printable ASCII, for the log and the audit.
    case malware(signature: String)
}
