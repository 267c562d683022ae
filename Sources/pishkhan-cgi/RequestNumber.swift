import Secrets

/// What a person reads out when they ask for help: twelve random digits in groups of four, such as `4821-0937-5526`.
///
/// It stands on error pages and in the log. No other number of the portal looks like it, and it leads to nothing.
struct RequestNumber {
    /// The number as both show it.
    let text: String

    /// A number of its own for each request.
    static func random() -> RequestNumber {
        var random = Random()
        // 10^12 divides 2^64 unevenly: the lower numbers are more likely by one part in ten million.
        var rest = random.next()
        var text: [UInt8] = []
        for place in 0..<14 {
            if place % 5 == 4 {
                text.append(0x2d)
            } else {
                text.append(0x30 + UInt8(rest % 10))
                rest /= 10
            }
        }
        return RequestNumber(text: String(decoding: text, as: UTF8.self))
    }
}
