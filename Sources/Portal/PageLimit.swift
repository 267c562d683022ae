/// The limits that a page of text can name in braces, such as `{fileSize}`, so that it follows the config.
public enum PageLimit: String, CaseIterable, Sendable {
    /// The size of one file.
    case fileSize
    /// The size of all files of a letter.
    case requestSize
    /// The size of one applicant's files in 30 days.
    case applicantSize
    /// How many attachments a letter can have.
    case attachments
    /// How many digits a one-time code has.
    case codeDigits
    /// How long a one-time code can be used.
    case codeLifetime
    /// How long to wait between two codes.
    case codeInterval
    /// How many codes a number gets in a day.
    case codesPerNumber
    /// After how long without a request a citizen's session ends.
    case sessionIdle
}
