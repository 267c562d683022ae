import Desk
import HTTPClient
import Portal
import Store

/// The gateway `http`: one request to a provider for each message, as the config says.
struct HTTPSender: Gateway {
    let gateway: HTTPGateway
    let plan: MobileNumber.Plan

    func send(_ entry: OutboxEntry) throws(SendFault) {
        let answer = try answer(to: try exchange(for: entry))
        try gateway.judge(answer, Discretion(entry: entry))
    }

    private func answer(to exchange: HTTPExchange) throws(SendFault) -> HTTPExchange.Answer {
        do {
            return try exchange.perform()
        } catch {
            throw SendFault(error)
        }
    }

    /// The request for a message, filled in.
    func exchange(for entry: OutboxEntry) throws(SendFault) -> HTTPExchange {
        let kind = entry.message.kind.rawValue
        guard
            let request = gateway.requests.first(where: { $0.kind == kind })
                ?? gateway.requests.first(where: { $0.kind == "*" })
        else { throw .permanent("the gateway's config has no request for messages of the kind \(kind)") }
        return try filled(request, Template(values: try values(entry)))
    }

    private func filled(_ request: HTTPGateway.Request, _ template: Template) throws(SendFault) -> HTTPExchange {
        var exchange = HTTPExchange(
            method: request.method, url: try template.filled(request.url, for: .url), timeout: gateway.timeout)
        for header in gateway.headers { exchange.headers.append(try template.filled(header, for: .header)) }
        if !gateway.basic.isEmpty { exchange.basic = try template.filled(gateway.basic, for: .header) }
        switch request.bodyKind {
        case .none: break
        case .form:
            exchange.contentType = "application/x-www-form-urlencoded; charset=utf-8"
            exchange.body = try template.filled(request.body, for: .form)
        case .json:
            exchange.contentType = "application/json; charset=utf-8"
            exchange.body = try template.filled(request.body, for: .json)
        }
        return exchange
    }

    private func values(_ entry: OutboxEntry) throws(SendFault) -> [String: String] {
        guard let number = gateway.numbers.spelt(entry.message.to, plan: plan) else {
            throw .permanent("the number \(entry.message.to.masked) is not one of the config's country")
        }
        var values = entry.message.arguments
        values["to"] = number
        values["text"] = entry.message.text
        values["kind"] = entry.message.kind.rawValue
        // The outbox's own number: a letter's {id} keeps its name, so this one has another.
        values["message"] = String(entry.id)
        if !gateway.secretFile.isEmpty { values["secret"] = try Secret.read(gateway.secretFile) }
        return values
    }
}

extension SendFault {
    /// What a request without an answer means: a mistake of the config stays one, everything else can pass.
    init(_ fault: HTTPFault) {
        self =
            switch fault {
            case .wrongScheme: .permanent("the address in the gateway's config does not begin with http:// or https://")
            case .wrongAddress(let reason): .permanent("the address in the gateway's config cannot be used: \(reason)")
            case .bodyNotAllowed(let method):
                .permanent("the gateway's config gives a body to a request of the method \(method)")
            case .library(let reason): .temporary("libcurl cannot do what is needed: \(reason)")
            case .unreachable(let reason): .temporary("the provider cannot be reached: \(reason)")
            }
    }
}
