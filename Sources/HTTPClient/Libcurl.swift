import CCurl

/// The functions of libcurl, which is opened when it is first needed.
struct Libcurl: @unchecked Sendable {
    /// Filled before anyone sees it, and never changed.
    let functions: pishkhan_curl

    /// Opened and started once for the process; libcurl's own start is not made for several threads.
    private static let opened = Result { () throws(HTTPFault) in try Libcurl() }

    /// libcurl.
    ///
    /// - Throws: `HTTPFault.library` where it is not there.
    static func open() throws(HTTPFault) -> Libcurl { try opened.get() }

    private init() throws(HTTPFault) {
        var functions = pishkhan_curl()
        if let reason = pishkhan_curl_open(&functions) {
            throw .library("\(String(cString: reason)); install the distribution's libcurl")
        }
        guard functions.global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK else { throw .library("it does not start") }
        self.functions = functions
    }

    /// No answer came. A wrong address is a mistake; everything else can pass.
    func fault(_ code: CURLcode) -> HTTPFault {
        code == CURLE_URL_MALFORMAT ? .wrongAddress(reason(code)) : .unreachable(reason(code))
    }

    /// What went wrong, in libcurl's words.
    func reason(_ code: CURLcode) -> String {
        functions.easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    }
}
