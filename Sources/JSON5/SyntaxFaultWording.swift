import Source

extension SyntaxFault {
    /// What is wrong.
    var wrong: String {
        switch self {
        case .unexpected(let found, _): "unexpected \(found)"
        case .unknownWord(let word): "unknown word \(quoted(word))"
        case .unclosed(let bracket): "this \"\(bracket)\" is never closed"
        case .unclosedString: "this string is not closed"
        case .unclosedComment: "this comment is never closed"
        case .controlCharacter(let scalar): "control character \(codePoint(scalar))"
        case .unknownEscape(let found): "unknown escape: a backslash before \(found)"
        case .loneSurrogate: "half of a surrogate pair"
        case .nulEscape: "the NUL character"
        case .escapeInBareKey: "a backslash in a key without quotes"
        case .foreignSpace(let scalar): "\(codePoint(scalar)), a special space, between values"
        case .lineSeparatorInComment(let scalar): "\(codePoint(scalar)) in a \"//\" comment"
        case .leadingZero: "a number that begins with a needless 0"
        case .numberOutOfRange: "a number out of range"
        case .tooDeep: "objects and lists nested too deeply"
        case .tooLarge: "the file is too large"
        case .byteOrderMark: "the file begins with a byte order mark"
        case .notUTF8: "bytes that are not UTF-8"
        }
    }

    /// What was expected, without that word.
    var expected: String {
        switch self {
        case .unexpected(_, let expected): "\(expected)"
        case .unknownWord: "a value; a string needs quotes"
        case .unclosed(let bracket): "\(bracket == "{" ? "\"}\"" : "\"]\"") before the end of the file"
        case .unclosedString: "the same quote again before the end of the line; write \\n for a new line"
        case .unclosedComment: "\"*/\" before the end of the file"
        case .controlCharacter: "an escape such as \\t or \\n in its place"
        case .unknownEscape: "one of \\\" \\' \\\\ \\/ \\b \\f \\n \\r \\t \\xHH \\uHHHH"
        case .loneSurrogate: "both halves as \\uD8xx\\uDCxx, or the character itself"
        case .nulEscape: "text without it"
        case .escapeInBareKey: "the key in quotes"
        case .foreignSpace: "an ordinary space, tab or line end"
        case .lineSeparatorInComment: "an ordinary line end"
        case .leadingZero: "it without, or in quotes to keep the 0"
        case .numberOutOfRange: "about 2.3e-308 to 1.7e308, or at most 0x7FFFFFFFFFFFFFFF if hexadecimal"
        case .tooDeep(let limit): "at most \(limit) levels"
        case .tooLarge(let limit): "at most \(limit) bytes"
        case .byteOrderMark: "UTF-8 without one"
        case .notUTF8: "the file in UTF-8"
        }
    }
}

extension SyntaxFault.Found: CustomStringConvertible {
    /// The character in quotes, or its number where it cannot be seen.
    public var description: String {
        switch self {
        case .endOfFile: "end of the file"
        case .character(let value):
            switch Unicode.Scalar(value) {
            case .some("\n"), .some("\r"): "end of the line"
            case .some(let scalar) where isVisible(scalar): "\"\(scalar)\""
            default: codePoint(value)
            }
        }
    }
}

extension SyntaxFault.Expected: CustomStringConvertible {
    /// What is allowed here, in words.
    public var description: String {
        switch self {
        case .value: "a value"
        case .valueOrCloseBracket: "a value or \"]\""
        case .keyOrCloseBrace: "a key or \"}\""
        case .colon: "\":\" after the key"
        case .commaOrCloseBrace: "\",\" or \"}\""
        case .commaOrCloseBracket: "\",\" or \"]\""
        case .digit: "a digit"
        case .hexDigit: "a hexadecimal digit"
        case .endOfNumber: "the end of the number"
        case .endOfFile: "nothing more after the value"
        case .comment: "\"//\" or \"/*\""
        }
    }
}
