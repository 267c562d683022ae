import CGI

/// An urlencoded body, and the same as a query.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let body = Array(UnsafeBufferPointer(start: data, count: size))
    compareOutcomes(body, type: "application/x-www-form-urlencoded")
    _ = try? Request(environment: [
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "REMOTE_ADDR": "::1",
        "QUERY_STRING": String(decoding: body, as: UTF8.self),
    ])
    return 0
}
