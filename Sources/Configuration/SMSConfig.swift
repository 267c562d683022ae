import JSON5
import Portal

/// `sms`: how messages leave.
struct SMSConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case gateway, http }
    private enum Kind: String, CaseIterable { case log, http }

    let gateway: SMSGateway

    init(reading object: ObjectReader<CodingKeys>) {
        let http = object.optional(.http, as: HTTPGatewayConfig.self)
        switch object.choice(.gateway, default: Kind.log) {
        case .log: gateway = .log
        case .http:
            if http == nil, !object.isWrong(.http) {
                object.problem(at: .gateway, "\"http\" needs the provider's interface, expected the key http beside it")
            }
            gateway = .http(http?.gateway ?? HTTPGateway())
        }
    }
}

/// `sms.http`: a provider's interface.
struct HTTPGatewayConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case requests, headers, basic, numbers, success, finalStatuses, timeout, secretFile
    }

    private(set) var gateway = HTTPGateway()

    init(reading object: ObjectReader<CodingKeys>) {
        gateway.requests = object.list(.requests, of: RequestConfig.self).map(\.request)
        gateway.headers = object.dictionary(.headers, of: String.self, default: [:])
            .sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        gateway.basic = object.value(.basic, default: "")
        gateway.numbers = object.choice(.numbers, default: gateway.numbers)
        gateway.finalStatuses = object.list(.finalStatuses, of: Int.self, default: gateway.finalStatuses)
        gateway.timeout = object.value(.timeout, default: gateway.timeout)
        gateway.secretFile = object.value(.secretFile, default: "")
        if let success = object.optional(.success, as: SuccessConfig.self) {
            gateway.successStatuses = success.statuses
            gateway.successPath = success.path
            gateway.successValue = success.value
            gateway.failureValue = success.failure
            gateway.successText = success.text
        }
        object.check(.requests, "must hold at least one request") { !gateway.requests.isEmpty }
        object.check(.timeout, "must be between 1 and 120 seconds") { (1...120).contains(gateway.timeout) }
        object.check(.secretFile, "must be an absolute path") {
            gateway.secretFile.isEmpty || gateway.secretFile.hasPrefix("/")
        }
    }
}

/// When an answer means that the provider has taken the message.
struct SuccessConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case statuses, path, equals, not, text }

    let statuses: [Int]
    let path: String
    let value: String
    let failure: String
    let text: String

    init(reading object: ObjectReader<CodingKeys>) {
        statuses = object.list(.statuses, of: Int.self, default: HTTPGateway().successStatuses)
        path = object.value(.path, default: "")
        value = object.value(.equals, default: JSONText("")).plain
        failure = object.value(.not, default: JSONText("")).plain
        text = object.value(.text, default: "")
        let (hasPath, hasEquals, hasNot) = (object.has(.path), object.has(.equals), object.has(.not))
        object.check(.path, "says where, but not what, expected equals or not beside it") {
            !hasPath || hasEquals || hasNot
        }
        object.check(.not, "cannot stand beside equals, expected one of the two") { !hasEquals || !hasNot }
        for key in [CodingKeys.equals, .not] where object.has(key) {
            object.check(key, "needs a place in the answer, expected path: \"…\" beside it") { hasPath }
        }
    }
}

/// One request for one kind of message.
struct RequestConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case kind, method, url, form, json }

    private(set) var request = HTTPGateway.Request()

    init(reading object: ObjectReader<CodingKeys>) {
        request.kind = object.value(.kind, default: "*")
        request.method = object.value(.method, default: object.has(.form) || object.has(.json) ? "POST" : "GET")
        request.url = object.required(.url, placeholder: "")
        if let form = object.optional(.form, as: CollectedDictionary<String>.self) {
            request.bodyKind = .form
            request.body = form.values.sorted { $0.key < $1.key }
                .map { "\(Self.partOfPair($0.key))=\(Self.partOfPair($0.value))" }.joined(separator: "&")
        } else if let json = object.optional(.json, as: JSONText.self) {
            request.bodyKind = .json
            request.body = json.text
        } else {
            request.bodyKind = .none
        }
        object.check(.json, "cannot stand beside form, expected one of the two") {
            !(object.has(.form) && object.has(.json))
        }
        object.check(.method, "must be \"GET\" or \"POST\"") { ["GET", "POST"].contains(request.method) }
        object.check(.method, "cannot be \"GET\" beside a body, expected \"POST\", or the values in the url") {
            request.method != "GET" || request.bodyKind == .none
        }
        object.check(.url, "must begin with http:// or https://") {
            request.url.hasPrefix("http://") || request.url.hasPrefix("https://")
        }
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
