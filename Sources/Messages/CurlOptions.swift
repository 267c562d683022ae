import CCurl

/// Sets the options of a libcurl handle. A protection that cannot be put in force is an error, never silence.
struct CurlOptions {
    let handle: UnsafeMutableRawPointer

    func set(_ option: CURLoption, _ text: String) throws(SendFault) {
        try check(pishkhan_curl_set_text(handle, option, text))
    }

    func set(_ option: CURLoption, _ number: Int) throws(SendFault) {
        try check(pishkhan_curl_set_number(handle, option, number))
    }

    func set(_ option: CURLoption, _ list: UnsafeMutablePointer<curl_slist>?) throws(SendFault) {
        try check(pishkhan_curl_set_list(handle, option, list))
    }

    /// The body of the answer goes to `body`, which must live as long as the handle.
    func receive(into body: ReceivedBody) throws(SendFault) {
        try check(
            pishkhan_curl_set_writer(
                handle,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return Unmanaged<ReceivedBody>.fromOpaque(context).takeUnretainedValue().take(part)
                }, Unmanaged.passUnretained(body).toOpaque()))
    }

    private func check(_ code: CURLcode) throws(SendFault) {
        guard code == CURLE_OK else {
            throw .temporary("libcurl cannot do what is needed: \(String(cString: curl_easy_strerror(code)))")
        }
    }
}

/// The body of an answer, as far as it is wanted.
final class ReceivedBody {
    private(set) var bytes: [UInt8] = []
    private(set) var isCut = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Takes a part; a return value below the part's size ends the exchange.
    func take(_ part: UnsafeRawBufferPointer) -> Int {
        let wanted = min(part.count, limit - bytes.count)
        bytes += part.prefix(wanted)
        isCut = wanted < part.count
        return wanted
    }
}
