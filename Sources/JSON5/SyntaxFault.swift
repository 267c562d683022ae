/// Why a text is not accepted as JSON5, as facts; the sentences stand in `SyntaxFaultWording.swift`.
///
/// Some cases refuse what the JSON5 specification allows, because Foundation's decoder refuses it or reads something else.
public enum SyntaxFault: Hashable, Sendable {
    /// Another character, or the end of the file, stands where `expected` should.
    case unexpected(Found, expected: Expected)
    /// A word that is no value, such as `yes` or `True`.
    case unknownWord(String)
    /// An object or list (`bracket` opens it) without its end.
    case unclosed(bracket: Character)
    /// A string without its closing quote on its line.
    case unclosedString
    /// A `/* … ` without `*/`.
    case unclosedComment
    /// U+0000–U+001F inside a string, or NUL anywhere.
    case controlCharacter(UInt32)
    /// A backslash before a character that begins no escape.
    case unknownEscape(Found)
    /// `\u` with half of a surrogate pair.
    case loneSurrogate
    /// `\u0000` or `\x00`.
    case nulEscape
    /// A backslash in a key without quotes: JSON5 allows it, Foundation takes it literally.
    case escapeInBareKey
    /// A space that only the specification allows, such as U+00A0.
    case foreignSpace(UInt32)
    /// U+2028 or U+2029 in a `//` comment: the specification ends the line there, Foundation does not.
    case lineSeparatorInComment(UInt32)
    /// A number that begins with a needless 0.
    case leadingZero
    /// A number too large or too near to zero for Double, or a hexadecimal one beyond Int64.
    case numberOutOfRange
    /// Objects and lists nested deeper than `limit`.
    case tooDeep(limit: Int)
    /// More bytes than `limit`.
    case tooLarge(limit: Int)
    /// The file begins with U+FEFF.
    case byteOrderMark
    /// Bytes that are not UTF-8.
    case notUTF8

    /// What stands at a place.
    public enum Found: Hashable, Sendable {
        case endOfFile
        case character(UInt32)
    }

    /// What the grammar allows at a place.
    public enum Expected: Hashable, Sendable {
        case value
        case valueOrCloseBracket
        case keyOrCloseBrace
        case colon
        case commaOrCloseBrace
        case commaOrCloseBracket
        case digit
        case hexDigit
        case endOfNumber
        case endOfFile
        case comment
    }
}
