/// An HTTP status (RFC 9110, section 15): the code and its reason phrase.
public struct Status: Hashable, Sendable {
    /// The three-digit code.
    public let code: Int
    /// The reason phrase, for people who read headers.
    public let reason: String

    private init(_ code: Int, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    /// 200
    public static let ok = Status(200, "OK")
    /// 206: one range of a body; `Content-Range` says which.
    public static let partialContent = Status(206, "Partial Content")
    /// 303: the answer to a form that did something; the browser fetches the location with GET.
    public static let seeOther = Status(303, "See Other")
    /// 304: has neither body nor Content-Length.
    public static let notModified = Status(304, "Not Modified")
    /// 400
    public static let badRequest = Status(400, "Bad Request")
    /// 403
    public static let forbidden = Status(403, "Forbidden")
    /// 404
    public static let notFound = Status(404, "Not Found")
    /// 405: the answer must name the allowed methods in `Allow`.
    public static let methodNotAllowed = Status(405, "Method Not Allowed")
    /// 408
    public static let requestTimeout = Status(408, "Request Timeout")
    /// 409
    public static let conflict = Status(409, "Conflict")
    /// 411
    public static let lengthRequired = Status(411, "Length Required")
    /// 413
    public static let contentTooLarge = Status(413, "Content Too Large")
    /// 415
    public static let unsupportedMediaType = Status(415, "Unsupported Media Type")
    /// 429
    public static let tooManyRequests = Status(429, "Too Many Requests")
    /// 500
    public static let internalServerError = Status(500, "Internal Server Error")
    /// 503
    public static let serviceUnavailable = Status(503, "Service Unavailable")
}
