/// The answer to one command of clamd's protocol (clamd(8)), put together from the bytes as they come.
///
/// "z" commands are answered with one text and a NUL. Only an answer that is whole counts: `stream: OK` without its NUL
/// may be the beginning of `stream: OKViking FOUND`.
struct ClamdReply {
    /// The most bytes of an answer; signature names have a few dozen.
    static let limit = 1_024

    private var bytes: [UInt8] = []
    /// The text, once its NUL has come.
    private(set) var text: String?

    /// Takes the next bytes; throws `unexpected` where they are too many, or go on after the NUL.
    mutating func take(_ more: some Sequence<UInt8>) throws(ScannerFault) {
        for byte in more {
            guard text == nil, byte == 0 || bytes.count < Self.limit else { throw .unexpected(reply: printable(bytes)) }
            if byte == 0 { text = printable(bytes) } else { bytes.append(byte) }
        }
    }

    /// The verdict of a whole answer to INSTREAM; nil while it is not whole.
    ///
    /// - Parameter isSent: whether the file's end has been sent. Malware can be found before it, its absence cannot.
    func verdict(isSent: Bool) throws(ScannerFault) -> Verdict? {
        guard let text else { return nil }
        if text == "stream: OK", isSent { return .clean }
        let (before, after) = ("stream: ", " FOUND")
        if text.hasPrefix(before), text.hasSuffix(after), text.utf8.count > before.utf8.count + after.utf8.count {
            return .malware(signature: String(text.dropFirst(before.count).dropLast(after.count)))
        }
        if text.hasSuffix("ERROR") { throw .refused(reply: text) }
        throw .unexpected(reply: text)
    }

    private func printable(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.map { (0x20..<0x7f).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
