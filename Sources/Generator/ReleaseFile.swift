import Portal

/// A file that the web server gets.
struct ReleaseFile: Sendable {
    /// Its path below the document root.
    let path: String
    /// Whether the release that is served is known to hold the same file, without its being made.
    let isServed: Bool
    /// Makes its bytes; it may be called on any thread.
    let make: @Sendable () throws -> [UInt8]

    init(
        _ path: String, isServed: Bool = false, make: @escaping @Sendable () throws -> [UInt8]
    ) {
        self.path = path
        self.isServed = isServed
        self.make = make
    }

    /// The ending of a text file's form in gzip, which lies beside it.
    static let gzipEnding = ".gz"
    /// The ending of the form in Brotli, which a large text file has too.
    static let brotliEnding = ".br"
    /// Both.
    static let compressedEndings = [gzipEnding, brotliEnding]

    /// Whether servers should have it compressed too.
    var isText: Bool { MediaType.of(path)?.isText == true }
}
