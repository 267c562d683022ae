import CCurl

/// One HTTP request and its answer, by libcurl: TLS is verified, redirects are not followed.
public struct HTTPExchange {
    /// What came back.
    public struct Answer: Equatable, Sendable {
        /// The status.
        public let status: Int
        /// The head's lines, in their order.
        public let headers: [Header]
        /// The body, up to the exchange's limit.
        public let bytes: [UInt8]
        /// Whether the body went on.
        public let isCut: Bool

        /// An answer.
        public init(status: Int, headers: [Header] = [], bytes: [UInt8], isCut: Bool) {
            self.status = status
            self.headers = headers
            self.bytes = bytes
            self.isCut = isCut
        }

        /// When the server says that it has answered, in UTC seconds.
        public var date: Int? {
            guard let date = self["Date"], let curl = try? Libcurl.open() else { return nil }
            let seconds = curl.functions.getdate(date, nil)
            return seconds < 0 ? nil : seconds
        }

        /// The first value of a header; the name's case does not matter.
        public subscript(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// A line of an answer's head.
    public struct Header: Equatable, Sendable {
        /// The name as it came.
        public let name: String
        /// The value, without the space before it.
        public let value: String
    }

    /// Such as GET or POST.
    public let method: String
    /// The address.
    public let url: String
    /// Seconds for everything.
    public let timeout: Int
    /// Lines of the head.
    public var headers: [String] = []
    /// Of the body, unless `headers` have one.
    public var contentType: String?
    /// Name and password, parted by a colon; empty for none.
    public var basic = ""
    /// What is sent.
    public var body: String?
    /// A file of certificates to believe in, in place of the system's.
    public var authorities: String?
    /// The most bytes of an answer.
    public var answerLimit = 65_536

    /// A request without a body.
    public init(method: String, url: String, timeout: Int) {
        self.method = method
        self.url = url
        self.timeout = timeout
    }

    /// Asks, and waits for the answer.
    public func perform() throws(HTTPFault) -> Answer {
        // The limit ends an exchange whose answer has come all the same.
        let curl = try Libcurl.open()
        let (code, answer) = try perform(by: curl) { _ throws(HTTPFault) in }
        guard code == CURLE_OK || answer.isCut else { throw curl.fault(code) }
        return answer
    }

    /// Announces a body of this many bytes (`Expect: 100-continue`, RFC 9110, section 10.1.1) and never sends it.
    ///
    /// - Returns: the answer of a server that does not want it; nil where it is asked for, or nothing was said in time.
    public func announce(bodyOf count: Int) throws(HTTPFault) -> Answer? {
        let curl = try Libcurl.open()
        var announcing = self
        announcing.headers.append("Expect: 100-continue")
        let (code, answer) = try announcing.perform(by: curl) { options throws(HTTPFault) in
            try options.announceBody(of: count)
        }
        if code == CURLE_ABORTED_BY_CALLBACK { return nil }
        guard code == CURLE_OK || answer.isCut else { throw curl.fault(code) }
        return answer
    }

    private func perform(
        by curl: Libcurl, _ more: (CurlOptions) throws(HTTPFault) -> Void
    ) throws(HTTPFault) -> (CURLcode, Answer) {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" else { throw .wrongScheme }
        guard let handle = curl.functions.easy_init() else { throw .library("it does not start") }
        defer { curl.functions.easy_cleanup(handle) }
        var list: UnsafeMutablePointer<curl_slist>?
        for header in allHeaders { list = curl.functions.slist_append(list, header) }
        defer { curl.functions.slist_free_all(list) }
        let received = Received(limit: answerLimit)
        defer { withExtendedLifetime(received) {} }
        let options = CurlOptions(curl: curl, handle: handle)
        try setUp(options, list, received)
        try more(options)
        let code = curl.functions.easy_perform(handle)
        var status = 0
        _ = pishkhan_curl_status(curl.functions, handle, &status)
        return (
            code, Answer(status: status, headers: received.headers, bytes: received.bytes, isCut: received.isCut)
        )
    }

    private var allHeaders: [String] {
        guard let contentType, !headers.contains(where: { $0.lowercased().hasPrefix("content-type:") }) else {
            return headers
        }
        return headers + ["Content-Type: " + contentType]
    }

    private func setUp(
        _ options: CurlOptions, _ list: UnsafeMutablePointer<curl_slist>?, _ received: Received
    ) throws(HTTPFault) {
        try options.set(CURLOPT_URL, url)
        try options.set(CURLOPT_PROTOCOLS_STR, "http,https")
        try options.set(CURLOPT_USERAGENT, "pishkhan")
        // Proxies come from nowhere: the environment must not turn messages to another host.
        try options.set(CURLOPT_PROXY, "")
        try options.set(CURLOPT_FOLLOWLOCATION, 0)
        try options.set(CURLOPT_SSL_VERIFYPEER, 1)
        try options.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities { try options.set(CURLOPT_CAINFO, authorities) }
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
            throw .bodyNotAllowed(method: method)
        }
        try options.receive(into: received)
    }
}
