/// A message to a citizen, or of a new letter to a unit, before a gateway sends it.
public struct Message: Equatable, Sendable {
    /// What it tells.
    public enum Kind: String, CaseIterable, Sendable {
        case code, registered, accepted, rejected, status, replied
        /// To a unit: a letter has reached it.
        case arrived
    }

    /// What it tells.
    public let kind: Kind
    /// The receiver.
    public let to: MobileNumber
    /// The text, as free-text gateways send it.
    public let text: String
    /// The named values in the text, as gateways with approved templates need them.
    public let arguments: [String: String]
    /// UTC seconds after which it is not worth sending; nil for never.
    public let expires: Int?

    /// A message.
    public init(kind: Kind, to: MobileNumber, text: String, arguments: [String: String], expires: Int? = nil) {
        self.kind = kind
        self.to = to
        self.text = text
        self.arguments = arguments
        self.expires = expires
    }
}
