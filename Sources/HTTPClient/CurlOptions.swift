import CCurl

/// Sets the options of a libcurl handle. A protection that cannot be put in force is an error, never silence.
struct CurlOptions {
    let curl: Libcurl
    let handle: UnsafeMutableRawPointer

    func set(_ option: CURLoption, _ text: String) throws(HTTPFault) {
        try check(pishkhan_curl_set_text(curl.functions, handle, option, text))
    }

    func set(_ option: CURLoption, _ number: Int) throws(HTTPFault) {
        try check(pishkhan_curl_set_number(curl.functions, handle, option, number))
    }

    func set(_ option: CURLoption, _ list: UnsafeMutablePointer<curl_slist>?) throws(HTTPFault) {
        try check(pishkhan_curl_set_list(curl.functions, handle, option, list))
    }

    /// The answer goes to `received`, which must live as long as the handle.
    func receive(into received: Received) throws(HTTPFault) {
        let context = Unmanaged.passUnretained(received).toOpaque()
        try check(
            pishkhan_curl_set_writer(
                curl.functions, handle,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return Unmanaged<Received>.fromOpaque(context).takeUnretainedValue().take(part)
                }, context))
        try check(
            pishkhan_curl_set_header_reader(
                curl.functions, handle,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    Unmanaged<Received>.fromOpaque(context).takeUnretainedValue().take(line: line)
                    return line.count
                }, context))
    }

    /// Announces a body that is never sent: where it is asked for, the exchange ends.
    func announceBody(of count: Int) throws(HTTPFault) {
        try set(CURLOPT_POST, 1)
        try set(CURLOPT_POSTFIELDSIZE, count)
        // HTTP/2 has no word for it.
        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        try set(CURLOPT_EXPECT_100_TIMEOUT_MS, 3_000)
        try check(pishkhan_curl_set_body(curl.functions, handle, { _, _, _, _ in Int(CURL_READFUNC_ABORT) }))
    }

    private func check(_ code: CURLcode) throws(HTTPFault) {
        guard code == CURLE_OK else {
            throw .library(curl.reason(code))
        }
    }
}
