import Desk
import Store

/// Decides what of a provider's answer may stand in a log.
struct Discretion {
    let entry: OutboxEntry

    /// A short plain word or number, or a note where it could be the message's own text, code or number.
    func shown(_ value: String) -> String {
        let bytes = Array(value.utf8)
        let isPlain = bytes.count <= 32 && bytes.allSatisfy { (0x20...0x7e).contains($0) }
        guard isPlain, longestRunOfDigits(bytes) < 7, !isPartOfMessage(value) else {
            return "a value that is not shown"
        }
        return bytes.isEmpty ? "an empty text" : value
    }

    /// Numbers of one or two digits stand everywhere and give nothing away.
    private func isPartOfMessage(_ value: String) -> Bool {
        let own = Array(entry.message.arguments.values) + [entry.message.text]
        return value.utf8.count > 2 && own.contains { $0.contains(value) }
            || own.contains { $0.utf8.count > 2 && value.contains($0) }
    }

    private func longestRunOfDigits(_ bytes: [UInt8]) -> Int {
        bytes.split { !(0x30...0x39).contains($0) }.map(\.count).max() ?? 0
    }
}

extension MobileNumber {
    /// The number as logs show it: `+98912•••6789`. Of a shorter number less is shown.
    var masked: String {
        let (head, tail) = e164.count >= 13 ? (6, 4) : (3, 2)
        guard e164.count >= head + tail + 3 else { return "•••" }
        return e164.prefix(head) + "•••" + e164.suffix(tail)
    }
}
