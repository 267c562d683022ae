extension Fault: CustomStringConvertible {
    /// What is wrong and what was expected, in one line.
    public var description: String {
        switch self {
        case .syntax(let fault): fault.description
        case .duplicateKey(let key, let first):
            "duplicate key \(quoted(key)), expected each key once; the first stands at \(first)"
        case .unknownKey(let key, let known, let nearest):
            "unknown key \(quoted(key)), \(expectation(among: known, nearest: nearest))"
        case .missingKey(let key, let path):
            "\(path.isEmpty ? "the file" : path.described) lacks the key \(quoted(key)), expected it here"
        case .wrongKind(let path, let found, let expected):
            "\(path.described) is \(found.words), expected \(expected.words)"
        case .numberDoesNotFit(let path, let expected):
            "\(path.described) is a number that does not fit, expected \(expected.wordsWithRange)"
        case .notAChoice(let text, let path, let choices, let nearest):
            "\(path.described) is \(quoted(text)), \(expectation(among: choices, nearest: nearest))"
        case .refused(let path, let sentence): "\(path.described): \(sentence)"
        }
    }

    private func expectation(among words: [String], nearest: String?) -> String {
        let list = words.isEmpty ? "expected none here" : "expected one of " + words.map(quoted).joined(separator: ", ")
        return nearest.map { "\(list); did you mean \(quoted($0))?" } ?? list
    }
}

extension ExpectedValue {
    /// The expected value in plain words.
    public var words: String {
        switch self {
        case .string: "a string"
        case .boolean: "true or false"
        case .wholeNumber: "a whole number"
        case .number: "a number"
        case .list: "a list [ … ]"
        case .object: "an object { … }"
        case .value(let type): "a value for \(type)"
        }
    }

    var wordsWithRange: String {
        guard case .wholeNumber(let lowest, let highest) = self else { return words }
        return "\(words) from \(lowest) to \(highest)"
    }
}

extension NodeKind {
    /// The kind in plain words.
    public var words: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "a string"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}

extension [PathStep] {
    /// `units[3].title`, or "the file" for the root.
    public var described: String {
        guard !isEmpty else { return "the file" }
        return enumerated().map { place, step in
            switch step {
            case .index(let index): "[\(index)]"
            case .key(let key): (place == 0 ? "" : ".") + (key.isPlainWord ? key : quoted(key))
            }
        }.joined()
    }
}

extension String {
    fileprivate var isPlainWord: Bool {
        !isEmpty && utf8.count <= 60 && unicodeScalars.allSatisfy { Identifier.isPart($0) }
    }
}
