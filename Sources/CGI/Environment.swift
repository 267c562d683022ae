@preconcurrency import Glibc

/// This process's environment variables.
public func processEnvironment() -> [String: String] { variables(environ) }

/// The variables of a list of `NAME=VALUE` that ends with a null address.
///
/// Where a name comes twice the first counts, as for `getenv`. But a header that came twice is one value ("the server MUST
/// rewrite them as a single value", RFC 3875, section 4.1.18), which nginx before 1.23 leaves to us: joined by a comma
/// (RFC 9110, section 5.3), cookies by a semicolon (RFC 9113, section 8.2.3). A proxy may put its word after a stranger's.
///
/// Bytes that are not UTF-8 become U+FFFD, by which ``Request`` knows and refuses them in paths and queries.
public func variables(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> [String: String] {
    var variables = [String: String](minimumCapacity: 48)
    var entry = list
    while let text = entry.pointee {
        entry += 1
        if let equals = strchr(text, CInt(UInt8.ascii("="))) {
            let name = UnsafeRawBufferPointer(start: text, count: equals - text)
            let key = String(decoding: name, as: UTF8.self)
            let value = String(cString: equals + 1)
            if let first = variables.updateValue(value, forKey: key) {
                let isHeader = key.utf8.starts(with: "HTTP_".utf8)
                variables[key] = isHeader ? first + (key == "HTTP_COOKIE" ? "; " : ", ") + value : first
            }
        }
    }
    return variables
}
