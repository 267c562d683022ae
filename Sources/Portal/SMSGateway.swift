/// How messages leave the portal.
public enum SMSGateway: Equatable, Sendable {
    /// A line of JSON for each message, appended to `data/messages.log`.
    case log
    /// A provider that is reached over HTTP.
    case http(HTTPGateway)
}

/// A provider's interface over HTTP.
///
/// In `url`, `headers` and `body`, `{to}`, `{text}`, `{kind}`, `{message}` (a number that stays the same when a message is
/// tried again), `{secret}` and the message's own arguments (such as `{code}`) are replaced, escaped for their place.
public struct HTTPGateway: Equatable, Sendable {
    /// How the body is written, and so how values in it are escaped.
    public enum BodyKind: String, CaseIterable, Sendable {
        case none, form, json
    }

    /// How the receiver's number is spelt: `0912…`, `98912…`, `+98912…`, `0098912…` or `912…`.
    public enum NumberSpelling: String, CaseIterable, Sendable {
        case national, international, plus, zeros, bare
    }

    /// One request for one kind of message.
    public struct Request: Equatable, Sendable {
        /// The kind of message, or `*` for those that have no request of their own.
        public var kind = "*"
        /// `GET` or `POST`.
        public var method = "POST"
        /// The address, with placeholders.
        public var url = ""
        /// How the body is written.
        public var bodyKind = BodyKind.form
        /// The body with placeholders: for `form` the pairs `name=value` joined by `&`, for `json` the JSON text.
        public var body = ""

        /// A request with the defaults.
        public init() {}
    }

    /// The requests, at least one.
    public var requests: [Request] = []
    /// Header lines, `Name: value`, with placeholders.
    public var headers: [String] = []
    /// User and password for Basic authentication, `user:password` with placeholders; empty for none.
    public var basic = ""
    /// See `NumberSpelling`.
    public var numbers = NumberSpelling.national
    /// Statuses that mean success, if `successPath` and `successText` agree.
    public var successStatuses = [200, 201, 202]
    /// A path into the JSON of the answer, such as `return.status`; empty for none.
    public var successPath = ""
    /// What stands there on success; unused where `failureValue` is not empty.
    public var successValue = ""
    /// What stands there on failure, where anything else means success; empty where `successValue` decides.
    public var failureValue = ""
    /// What the answer's text begins with on success; empty for anything.
    public var successText = ""
    /// Statuses for which another try is pointless.
    public var finalStatuses = [400, 401, 403, 404, 422]
    /// Seconds for one request.
    public var timeout = 10
    /// The path of a file whose text is `{secret}`; empty for none.
    public var secretFile = ""

    /// A gateway with the defaults.
    public init() {}
}
