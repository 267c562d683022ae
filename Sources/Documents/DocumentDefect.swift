/// Why a file is not taken, as far as its own bytes tell.
public enum DocumentDefect: Error, Equatable, Sendable {
    /// None of `DocumentKind`.
    case unknownType
    /// Cut off, or its parts do not fit together.
    case damaged
    /// It is encrypted. A PDF that only forbids printing or copying is so too: whether an empty password opens it would
    /// take its ciphers to find out.
    case passwordProtected
    /// It holds programs.
    case macros
    /// It makes Word fetch a template or an object from another computer.
    case externalContent
    /// More pixels than the limit, on one page.
    case tooManyPixels(limit: Int)
    /// More parts in a package than the limit.
    case tooManyParts(limit: Int)
    /// A package that would unpack to more bytes than the limit.
    case unpacksTooLarge(limit: Int)
    /// Well-formed for one program and something else for another: no program writes such files by itself.
    case suspicious
    /// The operating system could not read the file, which says nothing about it; `code` is the `errno`.
    case unreadable(code: Int32)
}
