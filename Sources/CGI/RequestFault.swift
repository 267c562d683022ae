/// Why a gateway's environment is not a request.
public enum RequestFault: Error, Equatable, Sendable {
    /// The web server did not set what RFC 3875 demands: a mistake in its configuration.
    case missingVariable(String)
    /// REQUEST_METHOD is not a token.
    case badMethod
    /// PATH_INFO or SCRIPT_NAME does not begin with `/`, holds control characters or is not UTF-8.
    case badPath
    /// QUERY_STRING cannot be decoded.
    case badQuery(URLEncodedFault)
    /// CONTENT_LENGTH is not a row of digits: signed, negative or not a number.
    case badContentLength
    /// CONTENT_LENGTH is a list: the header came more than once.
    case repeatedContentLength
    /// CONTENT_LENGTH is a number greater than any body.
    case contentLengthOverflow

    /// The status of the answer.
    public var status: Status {
        switch self {
        case .missingVariable: .internalServerError
        case .contentLengthOverflow: .contentTooLarge
        case .badMethod, .badPath, .badQuery, .badContentLength, .repeatedContentLength: .badRequest
        }
    }
}
