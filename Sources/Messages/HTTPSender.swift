import CCurl
import Desk
import Glibc
import Portal
import Store

/// The gateway `http`: one request to a provider for each message, as the config says.
struct HTTPSender: Gateway {
    let gateway: HTTPGateway
    let plan: MobileNumber.Plan

    func send(_ entry: OutboxEntry) throws(SendFault) {
        let kind = entry.message.kind.rawValue
        guard let request = gateway.requests.first(where: { $0.kind == kind }) ?? gateway.requests.first(where: { $0.kind == "*" })
        else { throw .permanent("the gateway's config has no request for messages of the kind \(kind)") }
        let template = Template(values: try values(entry))
        var exchange = HTTPExchange(
            method: request.method, url: try template.filled(request.url, for: .url), timeout: gateway.timeout)
        for header in gateway.headers { exchange.headers.append(try template.filled(header, for: .header)) }
        if !gateway.basic.isEmpty { exchange.basic = try template.filled(gateway.basic, for: .plain) }
        switch request.bodyKind {
        case .none: break
        case .form:
            exchange.headers.append("Content-Type: application/x-www-form-urlencoded; charset=utf-8")
            exchange.body = try formBody(request.body, template)
        case .json:
            exchange.headers.append("Content-Type: application/json; charset=utf-8")
            exchange.body = try template.filled(request.body, for: .json)
        }
        try judge(exchange.perform())
    }

    /// The pairs of the config, whose names and fixed parts are encoded here and whose values by the template.
    private func formBody(_ body: String, _ template: Template) throws(SendFault) -> String {
        var pairs: [String] = []
        for pair in body.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = try template.filled(parts.count == 2 ? String(parts[1]) : "", for: .plain)
            pairs.append(percentEncoded(String(parts[0])) + "=" + percentEncoded(value))
        }
        return pairs.joined(separator: "&")
    }

    private func values(_ entry: OutboxEntry) throws(SendFault) -> [String: String] {
        var values = entry.message.arguments
        values["to"] = spelt(entry.message.to)
        values["text"] = entry.message.text
        values["kind"] = entry.message.kind.rawValue
        // The outbox's own number: a letter's {id} keeps its name, so this one has another.
        values["message"] = String(entry.id)
        if !gateway.secretFile.isEmpty { values["secret"] = try Secret.read(gateway.secretFile) }
        return values
    }

    private func spelt(_ number: MobileNumber) -> String {
        let international = String(number.e164.dropFirst())
        let bare = String(international.dropFirst(plan.countryCode.count))
        switch gateway.numbers {
        case .national: return plan.trunkPrefix + bare
        case .international: return international
        case .plus: return "+" + international
        case .zeros: return "00" + international
        case .bare: return bare
        }
    }

    /// Whether the provider has taken the message, and if not, whether to try again.
    private func judge(_ answer: HTTPExchange.Answer) throws(SendFault) {
        let status = answer.status
        guard gateway.successStatuses.contains(status) else {
            let reason = "the provider answered with status \(status)"
            if gateway.finalStatuses.contains(status) { throw .permanent(reason) }
            throw .temporary(reason)
        }
        if !gateway.successText.isEmpty, !answer.text.hasPrefix(gateway.successText) {
            throw .permanent("the provider's answer does not begin with \"\(gateway.successText)\"")
        }
        if !gateway.successPath.isEmpty {
            let found = JSONPath.value(at: gateway.successPath, in: answer.text)
            guard found == gateway.successValue else {
                throw .permanent(
                    "the provider's answer has \(found ?? "nothing") at \(gateway.successPath), not \(gateway.successValue)")
            }
        }
    }
}
