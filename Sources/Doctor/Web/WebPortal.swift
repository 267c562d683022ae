import HTTPClient
import Portal

/// A portal as it is seen from outside, at an address.
public final class WebPortal {
    /// Scheme and host, perhaps a port, and a slash.
    let address: String
    private let authorities: String?
    private var answers: [String: Result<HTTPExchange.Answer, HTTPFault>] = [:]

    /// - Parameters:
    ///   - address: see ``PortalSettings/isAddress(_:)``.
    ///   - authorities: a file of certificates to believe in, in place of the system's.
    public init(address: String, authorities: String? = nil) {
        self.address = address
        self.authorities = authorities
    }

    /// Whether it is asked over TLS.
    var isSecure: Bool { address.hasPrefix("https://") }

    /// Host and port as they stand in the address.
    private var hostAndPort: Substring { address.dropLast().drop { $0 != "/" }.dropFirst(2) }

    /// Whether only this machine can ask there.
    var isLocal: Bool { ["127.", "localhost", "[::1]"].contains { hostAndPort.hasPrefix($0) } }

    /// The same portal over plain HTTP at the usual port; nil where the address names a port of its own.
    var plain: WebPortal? {
        let hasUsualPort = hostAndPort.last == "]" || !hostAndPort.contains(":")
        return isSecure && hasUsualPort ? WebPortal(address: "http://\(hostAndPort)/") : nil
    }

    /// The whole address of a path.
    func address(of path: String) -> String { address.dropLast() + path }

    /// What a GET is answered with; it is asked once.
    func answer(to path: String, accepting encoding: String = "") throws(HTTPFault) -> HTTPExchange.Answer {
        let asked = encoding + " " + path
        if let known = answers[asked] { return try known.get() }
        var exchange = exchange(with: path)
        if !encoding.isEmpty { exchange.headers = ["Accept-Encoding: \(encoding)"] }
        let answer = Result { () throws(HTTPFault) in try exchange.perform() }
        answers[asked] = answer
        return try answer.get()
    }

    /// What a large body is answered with before it is sent; nil where it is asked for.
    func answer(toBodyOf count: Int, at path: String) throws(HTTPFault) -> HTTPExchange.Answer? {
        try exchange(with: path).announce(bodyOf: count)
    }

    private func exchange(with path: String) -> HTTPExchange {
        var exchange = HTTPExchange(method: "GET", url: address(of: path), timeout: 20)
        exchange.authorities = authorities
        // A page is compared with its file.
        exchange.answerLimit = 1 << 20
        return exchange
    }
}
