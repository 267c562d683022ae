/// A form as it was sent.
public struct Form<Sink: FileSink> {
    /// The text fields, in order.
    public internal(set) var fields = Fields()
    /// The chosen files, in order; a file field in which nothing was chosen is not listed.
    public internal(set) var files: [FormFile<Sink>] = []
    /// The file fields in which nothing was chosen, each with the number of chosen files before it.
    public internal(set) var unchosen: [(place: Int, header: PartHeader)] = []

    /// The files of the field of that name, in order.
    public func files(_ name: String) -> [FormFile<Sink>] {
        files.filter { $0.header.name == name }
    }
}

extension Form: Sendable where Sink: Sendable {}

/// One uploaded file.
public struct FormFile<Sink: FileSink> {
    /// What the part said of itself.
    public let header: PartHeader
    /// Bytes of the file.
    public internal(set) var byteCount = 0
    /// Where its bytes went.
    public internal(set) var sink: Sink
}

extension FormFile: Sendable where Sink: Sendable {}
