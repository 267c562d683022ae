/// How much of a form is read before it is refused; every limit is itself still allowed.
public struct FormLimits: Equatable, Sendable {
    /// Bytes of the whole body.
    public var body = 50 * 1_048_576
    /// Parts of a multipart body.
    public var parts = 32
    /// Header lines of one part.
    public var headersPerPart = 8
    /// Bytes of a header line, without its line end.
    public var headerLine = 4096
    /// Characters of a boundary; RFC 2046 allows 70.
    public var boundary = 70
    /// Bytes of one text field.
    public var fieldBytes = 65_536
    /// Bytes of all text fields together, with their names.
    public var fieldsTotalBytes = 4 * 65_536
    /// Pairs of an urlencoded body.
    public var urlEncodedFields = Fields.urlEncodedLimit

    /// The defaults.
    public init() {}

    /// An urlencoded body is kept in memory: three bytes for each byte of its fields, and `&` and `=` for each field.
    var urlEncodedBody: Int {
        min(body, 3 * fieldsTotalBytes + 2 * urlEncodedFields)
    }
}
