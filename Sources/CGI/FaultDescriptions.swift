/// One sentence for each fault, for logs and for administrators who hunt a proxy's mistake; nothing that was sent is in it.
extension RequestFault: CustomStringConvertible {
    /// What is wrong with the gateway's environment.
    public var description: String {
        switch self {
        case .missingVariable(let name): "the web server does not set \(name)"
        case .badMethod: "REQUEST_METHOD is not a method"
        case .badPath: "PATH_INFO or SCRIPT_NAME is not a path"
        case .badQuery(let fault): "QUERY_STRING cannot be decoded: \(fault)"
        case .badContentLength: "CONTENT_LENGTH is not a row of digits"
        case .repeatedContentLength: "CONTENT_LENGTH is a list"
        case .contentLengthOverflow: "CONTENT_LENGTH is greater than any body"
        }
    }
}

extension URLEncodedFault: CustomStringConvertible {
    /// What is wrong with the text.
    public var description: String {
        switch self {
        case .badEscape: "a % is not followed by two hexadecimal digits"
        case .notUTF8: "a name or value is not UTF-8"
        case .tooManyFields(let limit): "more than \(limit) fields"
        }
    }
}

extension FormFault: CustomStringConvertible {
    /// What is wrong with the body.
    public var description: String {
        switch self {
        case .lengthRequired: "there is no CONTENT_LENGTH"
        case .bodyTooLarge(let limit): "CONTENT_LENGTH is above \(limit) bytes"
        case .truncated(let expected, let got): "the body ended after \(got) of \(expected) bytes"
        case .unreadable(let code): "the body cannot be read (errno \(code))"
        case .unsupportedMediaType: "neither multipart/form-data nor application/x-www-form-urlencoded"
        case .noBoundary: "multipart/form-data without a boundary"
        case .boundaryTooLong(let limit): "the boundary has more than \(limit) characters"
        case .tooManyParts(let limit): "more than \(limit) parts"
        case .tooManyFields(let limit): "more than \(limit) fields"
        case .tooManyHeaders(let limit): "more than \(limit) header lines in one part"
        case .headerTooLong(let limit): "a header line of more than \(limit) bytes"
        case .fieldTooLong(let limit): "a text field of more than \(limit) bytes"
        case .fieldsTooLong(let limit): "text fields of more than \(limit) bytes together"
        case .unexpectedFile: "a file where the form has none"
        case .notUTF8: "a name or a text field is not UTF-8"
        case .malformed(let place): place.description
        }
    }
}

extension FormFault.Grammar: CustomStringConvertible {
    /// What breaks the grammar.
    public var description: String {
        switch self {
        case .boundary: "the boundary parameter comes twice or holds characters that RFC 2046 does not allow"
        case .boundaryLine: "something else than blanks follows a boundary in its line"
        case .bareLineFeed: "a line ends with LF alone"
        case .headerLine: "a part's header line has no name, holds control characters or continues none"
        case .disposition: "Content-Disposition is missing, repeated, not form-data or cannot be parsed"
        case .missingName: "a part without a name"
        case .transferEncoding: "a part with a Content-Transfer-Encoding"
        case .namelessFile: "bytes in a part whose filename is empty"
        case .percentEncoding: "a % is not followed by two hexadecimal digits"
        case .unfinished: "the body ends before its closing boundary"
        }
    }
}
