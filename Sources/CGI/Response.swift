/// An answer for the web server (RFC 3875, section 6).
public struct Response: Sendable {
    /// What follows the headers.
    public enum Body: Equatable, Sendable {
        /// Nothing.
        case empty
        /// Bytes in memory.
        case bytes([UInt8])
        /// `length` bytes of an open file, from its current position; the descriptor stays open.
        case file(descriptor: CInt, length: Int)
    }

    /// One header line.
    public struct Header: Equatable, Sendable {
        /// The name.
        public let name: HeaderName
        /// The value.
        public let value: HeaderValue

        /// A header line.
        public init(_ name: HeaderName, _ value: HeaderValue) {
            self.name = name
            self.value = value
        }
    }

    /// The status.
    public var status: Status
    /// The headers, in order, without Status and Content-Length, which follow from the rest.
    public private(set) var headers: [Header] = []
    /// The body.
    public var body: Body

    /// An answer; a body without a type is sent as `application/octet-stream`.
    public init(_ status: Status = .ok, contentType: HeaderValue? = nil, body: Body = .empty) {
        self.status = status
        self.body = body
        headers.reserveCapacity(12)
        if let contentType { set("Content-Type", contentType) }
    }

    /// Sends the browser to another address with GET, which is how a form that did something is answered.
    ///
    /// What a URI may not hold is percent-encoded. Whether the location is one of ours is for the caller to know.
    public static func seeOther(_ location: String) -> Response {
        var response = Response(.seeOther)
        response.set("Location", HeaderValue(uriReference: location))
        return response
    }

    /// The first value of that header.
    public subscript(_ name: HeaderName) -> HeaderValue? {
        headers.first { $0.name == name }?.value
    }

    /// Puts the header in place of all of that name.
    public mutating func set(_ name: HeaderName, _ value: HeaderValue) {
        guard let place = headers.firstIndex(where: { $0.name == name }) else { return add(name, value) }
        headers[place] = Header(name, value)
        while let other = headers[(place + 1)...].firstIndex(where: { $0.name == name }) { headers.remove(at: other) }
    }

    /// Adds a header, beside others of that name.
    ///
    /// Headers that say how the body is framed are ignored: they follow from the body.
    public mutating func add(_ name: HeaderName, _ value: HeaderValue) {
        if !Self.framing.contains(name) { headers.append(Header(name, value)) }
    }

    private static let framing: [HeaderName] = ["Status", "Content-Length", "Transfer-Encoding"]

    /// Sets a cookie, beside those already set.
    public mutating func add(_ cookie: Cookie) {
        if let value = HeaderValue(cookie.setCookie) { add("Set-Cookie", value) }
    }

    /// Bytes of the body.
    public var contentLength: Int {
        switch body {
        case .empty: 0
        case .bytes(let bytes): bytes.count
        case .file(_, let length): max(0, length)
        }
    }
}
