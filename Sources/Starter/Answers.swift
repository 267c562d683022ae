import Configuration
import Persian
import Portal
import Source

/// Why an answer is not taken: what was expected.
public struct AnswerFault: Error, Equatable, CustomStringConvertible {
    /// Without the word "expected".
    public let expected: String

    /// `expected …`.
    public var description: String { "expected \(expected)" }
}

/// `fa,en`, with a space or a Persian comma in place of the comma as well.
func readLanguages(_ answer: String) throws(AnswerFault) -> [Language] {
    let words = answer.lowercased().split { $0 == "," || $0 == "،" || $0.isWhitespace }.map(String.init)
    let languages = words.compactMap(Language.init(rawValue:))
    guard !words.isEmpty, languages.count == words.count, Set(languages).count == languages.count else {
        throw AnswerFault(
            expected: "\(Language.allCases.map(\.rawValue).joined(separator: ", ")), or both with a comma between them")
    }
    return languages
}

/// A name, as pages show it: in the one spelling of Persian, and without what Markdown would understand.
func readName(_ answer: String) throws(AnswerFault) -> String {
    let name = unified(answer)
    guard name.contains(where: \.isLetter), name.count <= 200, !name.contains(where: { #"{}[]<>*_`\|~"#.contains($0) })
    else {
        throw AnswerFault(expected: #"a name with at least one letter and none of { } [ ] < > * _ ` \ | ~"#)
    }
    return name
}

/// An address; its last slash may be missing.
func readAddress(_ answer: String) throws(AnswerFault) -> String {
    let address = unified(answer)
    let whole = address.hasSuffix("/") ? address : address + "/"
    guard PortalSettings.isAddress(whole) else {
        throw AnswerFault(
            expected:
                "http:// or https:// and a host, such as https://desk.example.org/; the portal has a host of its own")
    }
    return whole
}

/// A telephone number, Persian digits as ASCII ones.
func readPhone(_ answer: String) throws(AnswerFault) -> String {
    guard let number = TelephoneNumber(asciiDigits(unified(answer)))
    else {
        throw AnswerFault(
            expected: "one number: 3 to 15 digits, with hyphens or spaces between them, and + only before them")
    }
    return number.text
}

/// The name of one of the ways.
func readSMSChoice(_ answer: String) throws(AnswerFault) -> SMSChoice {
    let word = unified(answer).lowercased()
    let names = SMSChoice.all.map(\.name)
    guard let choice = SMSChoice.all.first(where: { $0.name == word }) else {
        let near = nearest(to: word, among: names).map { "; did you mean \($0)?" } ?? ""
        throw AnswerFault(expected: "one of \(names.joined(separator: ", "))\(near)")
    }
    return choice
}
