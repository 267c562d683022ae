import Portal

/// `sms`: how messages leave.
struct SMSConfig: Sendable {
    enum Kind: String, CaseIterable, Sendable { case log, http }

    var kind = Kind.log
    var http = HTTPGatewayConfig()

    /// The gateway that was chosen.
    var gateway: SMSGateway { kind == .log ? .log : .http(http.gateway) }
}

/// `sms.http`: a provider's interface, as the file has it.
struct HTTPGatewayConfig: Sendable {
    var settings = HTTPGateway()
    var requests: [RequestConfig] = []
    var headers: [(name: String, value: String)] = []

    var gateway: HTTPGateway {
        var gateway = settings
        gateway.requests = requests.map(\.request)
        gateway.headers = headers.map { "\($0.name): \($0.value)" }
        return gateway
    }
}

/// One request for one kind of message, as the file has it.
struct RequestConfig: Sendable {
    var kind = "*"
    var method: HTTPMethod?
    var url = ""
    var form: [(name: String, value: String)]?
    var json: String?

    enum HTTPMethod: String, CaseIterable, Sendable { case get = "GET", post = "POST" }

    var hasBody: Bool { form != nil || json != nil }

    var request: HTTPGateway.Request {
        var request = HTTPGateway.Request()
        request.kind = kind
        request.method = (method ?? (hasBody ? .post : .get)).rawValue
        request.url = url
        request.bodyKind = form != nil ? .form : json != nil ? .json : .none
        request.body =
            form?.map { "\(Self.partOfPair($0.name))=\(Self.partOfPair($0.value))" }.joined(separator: "&") ?? json
            ?? ""
        return request
    }

    /// Encodes what parts and joins the pairs of a form; everything else is encoded when the placeholders are filled.
    private static func partOfPair(_ text: String) -> String {
        var encoded = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": encoded += "%25"
            case "&": encoded += "%26"
            case "=": encoded += "%3D"
            default: encoded.unicodeScalars.append(scalar)
            }
        }
        return encoded
    }
}
