/// The head of an HTTP/1.1 request (RFC 9112): what the preview looks at of it.
struct RequestHead: Equatable {
    /// Why a request is not answered as it wishes; the connection ends with the answer.
    enum Fault: Error, Equatable {
        /// Not a request of HTTP/1.0 or 1.1 with one host.
        case malformed
        /// A host that is not this computer. A page of somebody else, whose name leads here, must not read the preview.
        case foreignHost(String)
    }

    /// How long a head may be, in bytes.
    static let longest = 16_384

    let method: String
    /// What follows the host, as it was sent: path and query.
    let target: String
    /// Whether the connection stays open for another request.
    let keepsAlive: Bool

    /// Reads a head, up to and without the empty line at its end.
    init(_ bytes: some Sequence<UInt8>) throws(Fault) {
        var lines = String(decoding: Array(bytes), as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3, words[1].hasPrefix("/"), ["HTTP/1.1", "HTTP/1.0"].contains(words[2]),
            !words[0].isEmpty, words[0].utf8.allSatisfy({ (0x41...0x5a).contains($0) })
        else { throw .malformed }
        var fields: [String: [String]] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, !line.hasPrefix(" ") else {
                throw .malformed
            }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            fields[line[..<colon].lowercased(), default: []].append(String(value).lowercased())
        }
        guard let host = fields["host"], host.count == 1 else { throw .malformed }
        guard Self.isHere(host[0]) else { throw .foreignHost(host[0]) }
        method = words[0]
        target = words[1]
        // What a body would hold is of no interest, but it must not be taken for the next request.
        let hasBody = fields["transfer-encoding"] != nil || !["0", nil].contains(fields["content-length"]?.first)
        keepsAlive = words[2] == "HTTP/1.1" && !hasBody && fields["connection"]?.contains("close") != true
    }

    /// Whether a host, perhaps with a port, is this computer's own name for itself.
    private static func isHere(_ host: String) -> Bool {
        ["127.0.0.1", "[::1]", "localhost"].contains { name in
            guard host.hasPrefix(name) else { return false }
            let rest = host.dropFirst(name.count)
            return rest.isEmpty || rest.first == ":" && rest.count > 1 && rest.dropFirst().allSatisfy(\.isNumber)
        }
    }
}
