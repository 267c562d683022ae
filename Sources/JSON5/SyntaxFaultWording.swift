extension SyntaxFault: CustomStringConvertible {
    /// What is wrong and what was expected, in one line.
    public var description: String {
        switch self {
        case .unexpected(let found, let expected): "unexpected \(found), expected \(expected)"
        case .unknownWord(let word): "unknown word \(quoted(word)), expected a value; a string needs quotes"
        case .unclosed(let bracket):
            "this \"\(bracket)\" is never closed, expected \(bracket == "{" ? "\"}\"" : "\"]\"") before the end of the file"
        case .unclosedString:
            "this string is not closed, expected the same quote again before the end of the line; write \\n for a new line"
        case .unclosedComment: "this comment is never closed, expected \"*/\" before the end of the file"
        case .controlCharacter(let scalar):
            "control character \(codePoint(scalar)), expected an escape such as \\t or \\n in its place"
        case .unknownEscape(let found):
            "unknown escape: a backslash before \(found), expected one of \\\" \\' \\\\ \\/ \\b \\f \\n \\r \\t \\xHH \\uHHHH"
        case .loneSurrogate: "half of a surrogate pair, expected both halves as \\uD8xx\\uDCxx, or the character itself"
        case .nulEscape: "the NUL character, expected text without it"
        case .escapeInBareKey: "a backslash in a key without quotes, expected the key in quotes"
        case .foreignSpace(let scalar):
            "\(codePoint(scalar)), a special space, between values, expected an ordinary space, tab or line end"
        case .lineSeparatorInComment(let scalar):
            "\(codePoint(scalar)) in a \"//\" comment, expected an ordinary line end"
        case .leadingZero: "a number that begins with a needless 0, expected it without, or in quotes to keep the 0"
        case .numberOutOfRange:
            "a number out of range, expected about 2.3e-308 to 1.7e308, or at most 0x7FFFFFFFFFFFFFFF if hexadecimal"
        case .tooDeep(let limit): "objects and lists nested too deeply, expected at most \(limit) levels"
        case .tooLarge(let limit): "the file is too large, expected at most \(limit) bytes"
        case .byteOrderMark: "the file begins with a byte order mark, expected UTF-8 without one"
        case .notUTF8: "bytes that are not UTF-8, expected the file in UTF-8"
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
