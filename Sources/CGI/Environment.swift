@preconcurrency import Glibc

/// This process's environment variables.
public func processEnvironment() -> [String: String] { variables(environ) }

/// The variables of a list of `NAME=VALUE` that ends with a null address; where a name comes twice the first counts, as for
/// `getenv`.
///
/// Bytes that are not UTF-8 become U+FFFD, by which ``Request`` knows and refuses them in paths and queries.
public func variables(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> [String: String] {
    var variables = [String: String](minimumCapacity: 48)
    var entry = list
    while let text = entry.pointee {
        if let equals = strchr(text, CInt(UInt8.ascii("="))) {
            let name = UnsafeRawBufferPointer(start: text, count: equals - text)
            let key = String(decoding: name, as: UTF8.self)
            if variables[key] == nil { variables[key] = String(cString: equals + 1) }
        }
        entry += 1
    }
    return variables
}
