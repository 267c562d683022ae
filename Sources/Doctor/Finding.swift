/// Something that a check has found.
public struct Finding: Equatable, Sendable, Codable {
    /// How much it matters.
    public enum Weight: String, Sendable, Codable {
        /// Must be mended.
        case wrong
        /// Good to know; a desk with notes alone is well.
        case note
    }

    /// The name of the check.
    public var check = ""
    /// How much it matters.
    public let weight: Weight
    /// What it is about: a path, `letter 5`, `audit line 12`.
    public let subject: String
    /// What is the matter, with user and mode where they are.
    public let problem: String
    /// What to do, with the command where one does it.
    public let remedy: String

    /// Something wrong.
    init(_ subject: String, _ problem: String, _ remedy: String) { self.init(.wrong, subject, problem, remedy) }

    init(_ weight: Weight, _ subject: String, _ problem: String, _ remedy: String) {
        self.weight = weight
        self.subject = Self.oneLine(subject)
        self.problem = Self.oneLine(problem)
        self.remedy = Self.oneLine(remedy)
    }

    /// `documents: /var/lib/… is missing; restore it from a backup`.
    public var line: String { "\(weight == .note ? "note: " : "")\(check): \(subject) \(problem); \(remedy)" }

    /// A stranger's file name may hold anything: nothing in it can look like a line of its own.
    private static func oneLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            line.append(scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) ? "?" : scalar)
        }
        return String(line)
    }
}

/// A word as a shell reads it.
func quoted(_ word: String) -> String {
    var quoted = "'"
    for character in word.unicodeScalars { quoted += character == "'" ? "'\\''" : String(character) }
    return quoted + "'"
}
