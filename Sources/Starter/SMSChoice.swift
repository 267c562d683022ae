import BuiltIn

/// A way for text messages to leave that a new portal can begin with.
public struct SMSChoice: Equatable, Sendable {
    /// The word that chooses it.
    public let name: String
    /// The value of `sms` in the config; nil for the example's.
    let config: String?

    /// Each message becomes a line of a file: for trying.
    public static let log = SMSChoice(name: "log", config: nil)

    /// All of them: the file, and the providers whose interface this program holds.
    public static let all =
        [log]
        + BuiltIn.starter.files(in: "sms").map { file in
            SMSChoice(
                name: String(file.path.dropFirst("sms/".count).dropLast(".json5".count)),
                config: String(file.text.dropLast()))
        }
}
