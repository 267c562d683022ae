/// What comes back, as far as it is wanted.
final class Received {
    private(set) var bytes: [UInt8] = []
    private(set) var isCut = false
    private(set) var headers: [HTTPExchange.Header] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Takes a part of the body; a return value below the part's size ends the exchange.
    func take(_ part: UnsafeRawBufferPointer) -> Int {
        let wanted = min(part.count, limit - bytes.count)
        bytes += part.prefix(wanted)
        isCut = wanted < part.count
        return wanted
    }

    /// Takes a line of a head. A status line begins a new head: that of the answer comes after one of 100.
    func take(line: UnsafeRawBufferPointer) {
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") { headers = [] }
        guard let colon = text.firstIndex(of: ":") else { return }
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        headers.append(
            HTTPExchange.Header(
                name: String(text[..<colon]), value: String(value.prefix { $0 != "\r" && $0 != "\n" && $0 != "\r\n" })))
    }
}
