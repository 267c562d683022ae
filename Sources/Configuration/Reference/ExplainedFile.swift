import Portal
import Source

/// A file of the site whose keys can be explained.
public enum ExplainedFile: String, CaseIterable, Sendable {
    /// `portal.json5`.
    case portal
    /// The units file.
    case units

    /// What the file holds.
    var value: ValueFacts {
        switch self {
        case .portal: .object(PortalConfig.keys.facts)
        case .units: .list(.object(unitKeys.facts), atLeast: 0)
        }
    }

    /// One sentence on the whole file.
    var about: String {
        switch self {
        case .portal: "The config of a Pishkhan portal."
        case .units: "The units of a Pishkhan portal that people can write to."
        }
    }

    /// All keys with their paths, each before those inside it.
    public var keys: [ExplainedKey] {
        switch self {
        case .portal: ExplainedKey.inside(value, path: "")
        case .units: ExplainedKey.inside(value, path: "units")
        }
    }
}

/// A key with its whole path, such as `limits.fileBytes`.
public struct ExplainedKey: Sendable {
    /// The path from the outermost object: keys parted by dots; `[]` stands for each element of a list.
    public let path: String
    let facts: KeyFacts

    /// All keys inside a value.
    static func inside(_ value: ValueFacts, path: String) -> [ExplainedKey] {
        switch value {
        case .object(let keys), .localized(let keys):
            keys.flatMap { key in
                let whole = path.isEmpty ? key.name : path + "." + key.name
                return [ExplainedKey(path: whole, facts: key)] + inside(key.value, path: whole)
            }
        case .list(let element, _): inside(element, path: path + "[]")
        case .nullable(let value): inside(value, path: path)
        case .text, .wholeNumber, .boolean, .choice, .dictionary, .anything: []
        }
    }

    /// Whether it is the text of one language, which needs no explanation in a list of all keys.
    public var isLanguage: Bool { Language(rawValue: facts.name) != nil }

    /// The path as people type it: without the brackets.
    public var typed: String { path.split(separator: "[]").joined() }

    /// The first sentence of what it is for, up to a colon.
    public var summary: String {
        let ends = [": ", ". "].compactMap { facts.about.firstRange(of: $0)?.lowerBound }
        return ends.min().map { facts.about[..<$0] + "." } ?? facts.about
    }
}

/// The key that somebody means by its whole path, or by its last name where only one has it; a wrong word finds the word
/// that was probably meant.
public func explainedKey(_ word: String) -> Result<ExplainedKey, UnknownKey> {
    let keys = ExplainedFile.allCases.flatMap(\.keys)
    let wanted = word.split(separator: "[]").joined()
    if let key = keys.first(where: { $0.typed == wanted }) { return .success(key) }
    let ending = keys.filter { $0.facts.name == wanted }
    if ending.count == 1 { return .success(ending[0]) }
    guard ending.isEmpty else { return .failure(.several(ending.map(\.typed))) }
    let near =
        nearest(to: wanted, among: keys.map(\.typed))
        ?? nearest(to: wanted.split(separator: ".").last.map(String.init) ?? "", among: keys.map(\.facts.name))
    return .failure(.none(near: near))
}

/// Why a word names no key.
public enum UnknownKey: Error, Equatable {
    /// There is none; `near` is the one that was probably meant.
    case none(near: String?)
    /// Several keys have this name; these are their paths.
    case several([String])
}
