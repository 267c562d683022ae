import CCurl

/// One HTTP request and its answer, by libcurl: TLS is verified, redirects are not followed.
struct HTTPExchange {
    /// What came back.
    struct Answer: Equatable {
        let status: Int
        let text: String
    }

    let method: String
    let url: String
    /// Seconds for everything.
    let timeout: Int
    var headers: [String] = []
    var basic = ""
    var body: String?

    init(method: String, url: String, timeout: Int) {
        self.method = method
        self.url = url
        self.timeout = timeout
    }

    /// The most bytes of an answer.
    static let answerLimit = 65_536

    func perform() throws(SendFault) -> Answer {
        guard let handle = curl_easy_init() else { throw .temporary("libcurl could not be started") }
        defer { curl_easy_cleanup(handle) }
        var list: UnsafeMutablePointer<curl_slist>?
        for header in headers { list = curl_slist_append(list, header) }
        defer { curl_slist_free_all(list) }
        let received = Received()
        let code = withExtendedLifetime(received) {
            setUp(handle, list, received)
            return curl_easy_perform(handle)
        }
        guard code == CURLE_OK else {
            throw .temporary("the provider cannot be reached: \(String(cString: curl_easy_strerror(code)))")
        }
        var status = 0
        _ = pishkhan_curl_status(handle, &status)
        return Answer(status: status, text: String(decoding: received.bytes, as: UTF8.self))
    }

    private func setUp(_ handle: UnsafeMutableRawPointer, _ list: UnsafeMutablePointer<curl_slist>?, _ received: Received) {
        _ = pishkhan_curl_set_text(handle, CURLOPT_URL, url)
        _ = pishkhan_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = pishkhan_curl_set_text(handle, CURLOPT_USERAGENT, "pishkhan")
        // Proxies come from the config's URL only, never from the environment.
        _ = pishkhan_curl_set_text(handle, CURLOPT_PROXY, "")
        _ = pishkhan_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        _ = pishkhan_curl_set_number(handle, CURLOPT_TIMEOUT, timeout)
        _ = pishkhan_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, timeout)
        _ = pishkhan_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        _ = pishkhan_curl_set_list(handle, CURLOPT_HTTPHEADER, list)
        if !basic.isEmpty {
            _ = pishkhan_curl_set_text(handle, CURLOPT_USERPWD, basic)
        }
        if let body, method == "POST" {
            _ = pishkhan_curl_set_number(handle, CURLOPT_POSTFIELDSIZE, body.utf8.count)
            _ = pishkhan_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, body)
        } else if method == "POST" {
            _ = pishkhan_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, "")
        }
        let context = Unmanaged.passUnretained(received).toOpaque()
        _ = pishkhan_curl_set_writer(
            handle,
            { bytes, size, count, context in
                guard let bytes, let context else { return 0 }
                return Unmanaged<Received>.fromOpaque(context).takeUnretainedValue().take(bytes, size * count)
            }, context)
    }

    private final class Received {
        var bytes: [UInt8] = []

        /// Takes bytes of the answer; fewer than given end the exchange.
        func take(_ pointer: UnsafePointer<CChar>, _ count: Int) -> Int {
            guard bytes.count + count <= HTTPExchange.answerLimit else { return 0 }
            bytes += UnsafeRawBufferPointer(start: pointer, count: count)
            return count
        }
    }
}
