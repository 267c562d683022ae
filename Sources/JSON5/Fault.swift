/// What is wrong in a config file, as facts; the sentences stand in `FaultWording.swift`.
public enum Fault: Hashable, Sendable {
    /// The text is not JSON5 as this module reads it.
    case syntax(SyntaxFault)
    /// The same object has the key already, at `first`.
    case duplicateKey(String, first: SourcePosition)
    /// The object has no such key; `nearest` is the known key that was probably meant.
    case unknownKey(String, known: [String], nearest: String?)
    /// The object at `path` lacks a key that must be there.
    case missingKey(String, in: [PathStep])
    /// The value at `path` is of another kind.
    case wrongKind(path: [PathStep], found: NodeKind, expected: ExpectedValue)
    /// A number that the expected type cannot hold: a fraction, or out of range.
    case numberDoesNotFit(path: [PathStep], expected: ExpectedValue)
    /// A string that is none of the allowed ones.
    case notAChoice(String, path: [PathStep], choices: [String], nearest: String?)
    /// A rule of the caller, in the caller's words, about the value at `path`.
    case refused(path: [PathStep], String)
}

/// What a reader wanted to find.
public enum ExpectedValue: Hashable, Sendable {
    case string
    case boolean
    /// A whole number from `lowest` to `highest`, in decimal digits.
    case wholeNumber(lowest: String, highest: String)
    case number
    case list
    case object
    /// Something of this Swift type, where no plainer word is known.
    case value(ofType: String)
}
