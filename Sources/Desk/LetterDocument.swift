import Documents

/// A document of a letter, as the database knows it.
public struct LetterDocument: Equatable, Sendable {
    /// What the document is to the letter.
    public enum Role: String, Sendable {
        /// فایل متن.
        case letter
        /// فایل پیوست.
        case attachment
        /// پاسخ.
        case reply
    }

    /// Counts from 1 within the letter.
    public let number: Int
    /// What it is to the letter.
    public let role: Role
    /// The type that its content has.
    public let kind: DocumentKind
    /// The client's name for it, made safe.
    public let name: String
    /// The size.
    public let bytes: Int
    /// The name of the file below the folder of documents.
    public let path: String
    /// How many photographs the desk has made it of; 0 for a file as it was sent.
    public let photographs: Int

    /// A document as stored.
    public init(
        number: Int, role: Role, kind: DocumentKind, name: String, bytes: Int, path: String, photographs: Int = 0
    ) {
        self.number = number
        self.role = role
        self.kind = kind
        self.name = name
        self.bytes = bytes
        self.path = path
        self.photographs = photographs
    }
}
