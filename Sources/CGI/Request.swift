/// A request as a web server hands it to a CGI/1.1 program (RFC 3875), without its body.
public struct Request: Sendable {
    /// The method; all but GET, HEAD and POST are to be answered with 405.
    public var method: Method
    /// PATH_INFO, decoded by the web server: begins with `/`, without control characters. May hold `..` segments.
    public var path: String
    /// QUERY_STRING, decoded.
    public var query: Fields
    /// The cookies, quotes stripped; what could not be read is left out.
    public var cookies: Fields
    /// The body's media type; nil when absent or not a media type.
    public var contentType: ContentType?
    /// Bytes of the body; nil when absent or empty.
    public var contentLength: Int?
    /// REMOTE_ADDR: the client's address as the web server knows it. Whoever knows proxies in front of the web server puts the
    /// address here that they forward; `X-Forwarded-For` has no part in it by itself.
    public var remoteAddress: String
    /// DOCUMENT_ROOT, which most web servers set though RFC 3875 does not know it.
    public var documentRoot: String?
    /// SCRIPT_NAME: where the program is mounted; may be empty.
    public var scriptName: String
    /// Whether the web server says that the client came by HTTPS.
    public var isHTTPS: Bool

    private let environment: [String: String]

    /// Reads the environment that a web server gave, such as ``processEnvironment()``.
    public init(environment: [String: String]) throws(RequestFault) {
        func required(_ name: String) throws(RequestFault) -> String {
            guard let value = environment[name], !value.isEmpty else { throw .missingVariable(name) }
            return value
        }
        guard let method = Method(try required("REQUEST_METHOD")) else { throw .badMethod }
        guard let scriptName = environment["SCRIPT_NAME"] else { throw .missingVariable("SCRIPT_NAME") }
        self.method = method
        self.scriptName = scriptName.isEmpty ? "" : try Self.checkedPath(scriptName)
        path = try Self.checkedPath(environment["PATH_INFO"].flatMap { $0.isEmpty ? nil : $0 } ?? "/")
        query = try Self.decodedQuery(environment["QUERY_STRING"] ?? "")
        cookies = Fields(cookieHeader: environment["HTTP_COOKIE"] ?? "")
        contentType = environment["CONTENT_TYPE"].flatMap { ContentType($0) }
        contentLength = try Self.checkedLength(environment["CONTENT_LENGTH"] ?? "")
        remoteAddress = try required("REMOTE_ADDR")
        documentRoot = environment["DOCUMENT_ROOT"].flatMap { $0.isEmpty ? nil : $0 }
        isHTTPS = Self.isHTTPS(environment)
        self.environment = environment
    }

    /// Takes the path where the program is mounted off the request's own, where the web server has not: H2O leaves
    /// SCRIPT_NAME empty and gives the whole path as PATH_INFO.
    public mutating func leave(mount: String) {
        guard scriptName.isEmpty, path.utf8.starts(with: mount.utf8) else { return }
        let rest = path.utf8.dropFirst(mount.utf8.count)
        guard rest.isEmpty || rest.first == .ascii("/") else { return }
        scriptName = mount
        path = rest.isEmpty ? "/" : String(Substring(rest))
    }

    /// Whether the web server says that the client came by HTTPS, even with a request that cannot be read.
    public static func isHTTPS(_ environment: [String: String]) -> Bool {
        environment["REQUEST_SCHEME"] == "https" || ["on", "ON", "On", "1"].contains(environment["HTTPS"] ?? "")
    }

    /// The value of a request header, such as `Sec-Fetch-Site`; the name's case does not matter.
    ///
    /// `Proxy` is always absent: as HTTP_PROXY it would look like a setting of this machine (<https://httpoxy.org>).
    public func header(_ name: String) -> String? {
        let upper = name.utf8.map { $0 == .ascii("-") ? .ascii("_") : $0.uppercased }
        switch String(decoding: upper, as: UTF8.self) {
        case "PROXY": return nil
        case let variable where variable == "CONTENT_TYPE" || variable == "CONTENT_LENGTH":
            return environment[variable]
        case let variable: return environment["HTTP_" + variable]
        }
    }

    private static func checkedPath(_ path: String) throws(RequestFault) -> String {
        guard path.utf8.first == .ascii("/"), !path.utf8.contains(where: \.isControl), isWhole(path) else {
            throw .badPath
        }
        return path
    }

    private static func decodedQuery(_ query: String) throws(RequestFault) -> Fields {
        guard isWhole(query) else { throw .badQuery(.notUTF8) }
        do throws(URLEncodedFault) {
            return try Fields(urlEncoded: Array(query.utf8)[...])
        } catch {
            throw .badQuery(error)
        }
    }

    private static func checkedLength(_ length: String) throws(RequestFault) -> Int? {
        if length.isEmpty { return nil }
        guard length.utf8.allSatisfy(\.isDigit) else {
            throw length.utf8.contains(.ascii(",")) ? .repeatedContentLength : .badContentLength
        }
        guard let number = Int(length) else { throw .contentLengthOverflow }
        return number
    }

    /// False where ``processEnvironment()`` had to put U+FFFD in place of bytes that are not UTF-8.
    private static func isWhole(_ text: String) -> Bool {
        !text.unicodeScalars.contains("\u{FFFD}")
    }
}
