import CCurl

/// One HTTP request and its answer, by libcurl: TLS is verified, redirects are not followed.
struct HTTPExchange {
    /// What came back.
    struct Answer: Equatable {
        let status: Int
        /// The body, up to `answerLimit`.
        let bytes: [UInt8]
        /// Whether the body went on.
        let isCut: Bool
    }

    let method: String
    let url: String
    /// Seconds for everything.
    let timeout: Int
    var headers: [String] = []
    /// Of the body, unless `headers` have one.
    var contentType: String?
    var basic = ""
    var body: String?

    init(method: String, url: String, timeout: Int) {
        self.method = method
        self.url = url
        self.timeout = timeout
    }

    /// The most bytes of an answer.
    static let answerLimit = 65_536

    /// Before the first handle: libcurl's own start is not made for several threads.
    private static let started = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    func perform() throws(SendFault) -> Answer {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" else {
            throw .permanent("the address in the gateway's config does not begin with http:// or https://")
        }
        guard Self.started, let handle = curl_easy_init() else { throw .temporary("libcurl could not be started") }
        defer { curl_easy_cleanup(handle) }
        var list: UnsafeMutablePointer<curl_slist>?
        for header in allHeaders { list = curl_slist_append(list, header) }
        defer { curl_slist_free_all(list) }
        let received = ReceivedBody(limit: Self.answerLimit)
        defer { withExtendedLifetime(received) {} }
        try setUp(CurlOptions(handle: handle), list, received)
        let code = curl_easy_perform(handle)
        guard code == CURLE_OK || received.isCut else { throw Self.fault(code) }
        var status = 0
        _ = pishkhan_curl_status(handle, &status)
        return Answer(status: status, bytes: received.bytes, isCut: received.isCut)
    }

    private var allHeaders: [String] {
        guard let contentType, !headers.contains(where: { $0.lowercased().hasPrefix("content-type:") }) else {
            return headers
        }
        return headers + ["Content-Type: " + contentType]
    }

    private func setUp(
        _ options: CurlOptions, _ list: UnsafeMutablePointer<curl_slist>?, _ received: ReceivedBody
    ) throws(SendFault) {
        try options.set(CURLOPT_URL, url)
        try options.set(CURLOPT_PROTOCOLS_STR, "http,https")
        try options.set(CURLOPT_USERAGENT, "pishkhan")
        // Proxies come from nowhere: the environment must not turn messages to another host.
        try options.set(CURLOPT_PROXY, "")
        try options.set(CURLOPT_FOLLOWLOCATION, 0)
        try options.set(CURLOPT_SSL_VERIFYPEER, 1)
        try options.set(CURLOPT_SSL_VERIFYHOST, 2)
        try options.set(CURLOPT_TIMEOUT, timeout)
        try options.set(CURLOPT_CONNECTTIMEOUT, timeout)
        try options.set(CURLOPT_NOSIGNAL, 1)
        try options.set(CURLOPT_HTTPHEADER, list)
        if !basic.isEmpty { try options.set(CURLOPT_USERPWD, basic) }
        if method == "POST" {
            let body = body ?? ""
            try options.set(CURLOPT_POSTFIELDSIZE, body.utf8.count)
            try options.set(CURLOPT_COPYPOSTFIELDS, body)
        } else if body != nil {
            throw .permanent("the gateway's config gives a body to a request of the method \(method)")
        }
        try options.receive(into: received)
    }

    /// No answer came. A wrong address is the config's mistake; everything else can pass.
    private static func fault(_ code: CURLcode) -> SendFault {
        let reason = String(cString: curl_easy_strerror(code))
        return code == CURLE_URL_MALFORMAT
            ? .permanent("the address in the gateway's config cannot be used: \(reason)")
            : .temporary("the provider cannot be reached: \(reason)")
    }
}
