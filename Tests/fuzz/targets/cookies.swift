import CGI

/// A `Cookie` header; what is read from it can be read again, and holds nothing that could end a header.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let header = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    let cookies = read(header)
    let again = read(cookies.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: "; "))
    precondition(cookies.map(\.name) == again.map(\.name), "\(cookies) \(again)")
    precondition(cookies.map(\.value) == again.map(\.value), "\(cookies) \(again)")
    for cookie in cookies {
        precondition(cookie.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "\(cookie)")
    }
    return 0
}

private func read(_ header: String) -> [(name: String, value: String)] {
    let request = try? Request(environment: [
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "REMOTE_ADDR": "127.0.0.1", "HTTP_COOKIE": header,
    ])
    return request?.cookies.pairs.map { ($0.name, $0.value) } ?? []
}
