/// Why an answer was not written whole.
public enum WriteFault: Error, Equatable, Sendable {
    /// The operating system refused to write or to read the file; `code` is its `errno`.
    case system(code: CInt)
    /// The file ended `missing` bytes before its promised length.
    case fileTooShort(missing: Int)
}
