import Portal
import Source

extension SMSConfig {
    /// `sms`.
    static let keys = Keys(
        new: SMSConfig(),
        [
            Key(
                "gateway", .choice(about), \.kind, about: "Where messages go."),
            Key(
                "http", .object(HTTPGatewayConfig.keys), \.http,
                about: "The provider's interface, by its manual. site/portal.json5 has an example."),
        ]
    ) { object, sms in
        if sms.kind == .http, !object.has("http") {
            object.note(
                at: "gateway", "is \"http\", which needs the provider's interface", expected: "the key http beside it")
        }
    }

    private static func about(_ kind: Kind) -> String {
        switch kind {
        case .log: "each message becomes a line of data/messages.log: for trying"
        case .http: "to the provider that http describes"
        }
    }
}

extension HTTPGatewayConfig {
    /// `sms.http`.
    static let keys = Keys(
        new: HTTPGatewayConfig(),
        [
            Key(
                "requests", .list(of: .object(RequestConfig.keys), new: RequestConfig(), atLeast: 1), \.requests,
                isRequired: true,
                about: "One request for each kind of message, or one for all."),
            Key(
                "headers", .dictionary(of: .text(), new: ""), \.headers,
                about: "Header lines of each request. Placeholders as in url."),
            Key(
                "basic", .text(), \.settings.basic,
                about: "User and password for Basic authentication, as \"user:{secret}\"; empty for none."),
            Key("numbers", .choice(about), \.settings.numbers, about: "How the receiver's number is spelt."),
            Key(
                "success", .object(successKeys), \.settings,
                about: "When an answer means that the provider has taken the message."),
            Key(
                "finalStatuses", .list(of: .number(100...599), new: 0), \.settings.finalStatuses,
                about: "The HTTP statuses after which another try is pointless."),
            Key(
                "timeout", .number(1...120, .seconds), \.settings.timeout, about: "How long one request may take."),
            Key(
                "secretFile", .text(.secretFile), \.settings.secretFile,
                about: """
                    The file whose text is {secret}. Only the worker's user should be able to read it; so the key to your \
                    provider stands in no config.
                    """),
        ])

    private static let successKeys = Keys(
        new: HTTPGateway(),
        [
            Key(
                "statuses", .list(of: .number(100...599), new: 0), \.successStatuses,
                about: "The HTTP statuses that mean success, if path and text agree."),
            Key(
                "path", .text(), \.successPath,
                about: "Where to look in the JSON of the answer, such as \"return.status\"."),
            Key("equals", .plainJSON, \.successValue, about: "What stands there on success."),
            Key("not", .plainJSON, \.failureValue, about: "What stands there on failure; anything else is success."),
            Key("text", .text(), \.successText, about: "What the answer's text begins with on success."),
        ]
    ) { object, _ in
        if object.has("path"), !object.has("equals"), !object.has("not") {
            object.note(at: "path", "says where, but not what", expected: "equals or not beside it")
        }
        if object.has("equals"), object.has("not") {
            object.note(at: "not", "cannot stand beside equals", expected: "one of the two")
        }
        for key in ["equals", "not"] where object.has(key) && !object.has("path") {
            object.note(at: key, "needs a place in the answer", expected: "path: \"…\" beside it")
        }
    }

    private static func about(_ spelling: HTTPGateway.NumberSpelling) -> String {
        switch spelling {
        case .national: "0912…"
        case .international: "98912…"
        case .plus: "+98912…"
        case .zeros: "0098912…"
        case .bare: "912…"
        }
    }
}

extension RequestConfig {
    /// An element of `sms.http.requests`.
    static let keys = Keys(
        new: RequestConfig(),
        [
            Key(
                "kind", .text(), \.kind,
                about: """
                    The kind of message: "code", "registered", "accepted", "rejected", "status" or "replied"; "arrived" for \
                    those to the numbers of a unit (notify); "*" for all that have no request of their own.
                    """),
            Key(
                "method", .optional(.choice(about), new: .get), \.method,
                about: "The HTTP method. Without it: POST where there is a body, GET where there is none."),
            Key(
                "url", .text(.webAddress), \.url, isRequired: true,
                about: """
                    The address. Here and in headers, form and json {to}, {text}, {code}, {id}, {number}, {tracking}, \
                    {date}, {reason}, {unit} and {secret} are filled in, escaped for their place.
                    """),
            Key(
                "form", .optional(.dictionary(of: .text(), new: ""), new: []), \.form,
                about: "The fields of a form as the body, as names and values."),
            Key("json", .json, \.json, about: "Any value as a body of JSON."),
        ]
    ) { object, request in
        if object.has("form"), object.has("json") {
            object.note(at: "json", "cannot stand beside form", expected: "one of the two")
        }
        if request.method == .get, request.hasBody {
            object.note(
                at: "method", "cannot be \"GET\" beside a body", expected: "\"POST\", or the values in the url")
        }
    }

    private static func about(_ method: HTTPMethod) -> String {
        switch method {
        case .get: "the values stand in the url"
        case .post: "the values stand in the body"
        }
    }
}

extension TextRule {
    /// An address on the web.
    static let webAddress = TextRule(
        expected: "something that begins with http:// or https://", pattern: "^https?://",
        example: "https://sms.example/"
    ) { $0.hasPrefix("http://") || $0.hasPrefix("https://") }

    /// The path of a file with a secret, or nothing.
    static let secretFile = TextRule(
        expected: "an absolute path", pattern: "^(/.*)?$", example: "/etc/pishkhan/sms.secret"
    ) { $0.isEmpty || $0.hasPrefix("/") }
}
