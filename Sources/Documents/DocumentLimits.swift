/// What a document may be, beside well-formed.
public struct DocumentLimits: Equatable, Sendable {
    /// The most pixels of one image or page, width times height.
    public var pixels = 100_000_000
    /// The most parts of a package.
    public var parts = 2_000
    /// The most bytes that a package's parts have together, unpacked.
    public var unpackedBytes = 200 * 1_048_576
    /// Whether a Word 97–2003 file may hold macros; a Word 2007 file never may, as its name would be another.
    public var takesMacros = false

    /// The defaults.
    public init() {}

    /// - Throws: `tooManyPixels`; and `damaged` for an image without any, or of a size that no format can hold.
    func check(width: Int, height: Int) throws(DocumentDefect) {
        guard width > 0, height > 0 else { throw .damaged }
        let (product, overflows) = width.multipliedReportingOverflow(by: height)
        guard !overflows, product <= pixels else { throw .tooManyPixels(limit: pixels) }
    }
}
