/// What a part of `multipart/form-data` says of itself (RFC 7578, section 4); none of it is to be trusted.
public struct PartHeader: Equatable, Sendable {
    /// The field's name; may be empty.
    public let name: String
    /// The file's name as sent, path and control characters included; nil for a text field, empty for a file field
    /// in which nothing was chosen. `filename*` is ignored, as RFC 7578, section 4.2, demands.
    public let filename: String?
    /// The part's media type; nil when absent or not a media type.
    public let contentType: ContentType?

    /// A header with those values.
    public init(name: String, filename: String? = nil, contentType: ContentType? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }
}
