/// Why a body is not a form, or not one that is accepted.
public enum FormFault: Error, Equatable, Sendable {
    /// There is no CONTENT_LENGTH.
    case lengthRequired
    /// CONTENT_LENGTH is above `limit` bytes; nothing was read.
    case bodyTooLarge(limit: Int)
    /// The body ended early: the client went away, or lied.
    case truncated(expected: Int, got: Int)
    /// The operating system could not read the body; `code` is its `errno`.
    case unreadable(code: CInt)
    /// Neither `multipart/form-data` nor `application/x-www-form-urlencoded`.
    case unsupportedMediaType
    /// `multipart/form-data` without a boundary.
    case noBoundary
    /// The boundary has more than `limit` characters.
    case boundaryTooLong(limit: Int)
    /// More parts than `limit`.
    case tooManyParts(limit: Int)
    /// More urlencoded fields than `limit`.
    case tooManyFields(limit: Int)
    /// More than `limit` header lines in one part.
    case tooManyHeaders(limit: Int)
    /// A header line of more than `limit` bytes.
    case headerTooLong(limit: Int)
    /// A text field of more than `limit` bytes.
    case fieldTooLong(limit: Int)
    /// All text fields together, with their names, have more than `limit` bytes.
    case fieldsTooLong(limit: Int)
    /// A file where the form has none.
    case unexpectedFile
    /// A name, a file's name or a text field is not UTF-8.
    case notUTF8
    /// The body breaks the grammar of its media type.
    case malformed(Grammar)

    /// The place in the grammar that is broken.
    public enum Grammar: Equatable, Sendable {
        /// The boundary parameter holds other characters than RFC 2046 allows, or comes twice.
        case boundary
        /// Something else than blanks follows a boundary in its line.
        case boundaryLine
        /// A line ends with LF alone.
        case bareLineFeed
        /// A part's header line has no name, holds control characters or continues a line that is not there.
        case headerLine
        /// Content-Disposition is missing, repeated, not `form-data` or cannot be parsed.
        case disposition
        /// A part without `name`.
        case missingName
        /// A part says that its bytes are base64 or the like (deprecated by RFC 7578, section 4.7).
        case transferEncoding
        /// Bytes in a part whose filename is empty.
        case namelessFile
        /// A `%` without two hexadecimal digits.
        case percentEncoding
        /// The body ends before its closing boundary.
        case unfinished
    }

    /// The status of the answer.
    public var status: Status {
        switch self {
        case .lengthRequired: .lengthRequired
        case .bodyTooLarge, .fieldTooLong, .fieldsTooLong, .tooManyParts, .tooManyFields: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        // RFC 9110, section 15.5.9: "did not receive a complete request message".
        case .truncated: .requestTimeout
        case .unreadable, .noBoundary, .boundaryTooLong, .tooManyHeaders, .headerTooLong,
            .unexpectedFile, .notUTF8, .malformed:
            .badRequest
        }
    }
}
