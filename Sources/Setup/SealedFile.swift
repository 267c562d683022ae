import Secrets

/// A file of a web server's as `pishkhan setup` writes it: its last line tells whether it was changed by hand since.
enum SealedFile {
    /// The text with that line.
    static func sealed(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes + Array((mark + seal(of: bytes) + "\n").utf8)
    }

    /// Whether these bytes are a text that was sealed, and nothing else.
    static func isSealed(_ bytes: [UInt8]) -> Bool {
        let last = Array(mark.utf8)
        let text = bytes.prefix(max(0, bytes.count - last.count - sealLength - 1))
        return sealed(String(decoding: text, as: UTF8.self)) == bytes
    }

    private static let mark = "# Written by 'pishkhan setup', which replaces it while nobody has changed it: "
    private static let sealLength = 64

    private static func seal(of text: [UInt8]) -> String { Hexadecimal.encode(ContentHash.of(text)) }
}
