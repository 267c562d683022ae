import Desk
import Foundation
import HTTPClient
import JSON5
import Portal
import Testing

@testable import Configuration
@testable import Messages
@testable import Store

/// What the config makes of a provider's interface.
private func sender(_ provider: Provider) throws -> HTTPSender {
    let secret = try temporaryFile("k/1\n", mode: 0o600)
    let text = "{ gateway: \"http\", http: \(provider.config.replacing("FILE", with: secret)) }"
    let noted = Noted()
    let document = try readJSON5(Array(text.utf8), file: "sms")
    let config = read(.object(SMSConfig.keys), from: document, into: SMSConfig(), noting: noted)
    #expect(noted.problems.isEmpty)
    guard case .http(let gateway) = config.gateway else { throw NotHTTP() }
    // By way of the release's table, as the worker gets it.
    var settings = PortalSettings()
    settings.sms = .http(gateway)
    guard case .http(let read) = PortalSettings(table: settings.table).sms else { throw NotHTTP() }
    return HTTPSender(gateway: read, plan: .iran)
}

private struct NotHTTP: Error {}

private func entry(_ kind: String) -> OutboxEntry {
    let arguments =
        kind == "code"
        ? ["code": "123456"] : ["id": "3", "number": "1405/12", "tracking": "1234567897", "date": "۱۴۰۵/۹/۳"]
    let message = Message(
        kind: kind == "code" ? .code : .accepted, to: mobile, text: providerText, arguments: arguments)
    return OutboxEntry(id: 7, message: message, attempts: 0)
}

@Test("Each provider's request is as its manual says", arguments: providers)
func requests(provider: Provider) throws {
    let exchange = try sender(provider).exchange(for: entry(provider.kind))
    #expect(exchange.method == provider.method)
    #expect(exchange.url == provider.url)
    #expect(exchange.headers == provider.headers)
    #expect(exchange.basic == provider.basic)
    switch provider.body {
    case .none: #expect(exchange.body == nil && exchange.contentType == nil)
    case .form(let fields):
        #expect(exchange.contentType == "application/x-www-form-urlencoded; charset=utf-8")
        #expect(try formFields(exchange.body ?? "") == fields)
    case .json(let text):
        #expect(exchange.contentType == "application/json; charset=utf-8")
        #expect(try json(exchange.body ?? "") == json(text))
    }
}

@Test("Each provider's yes and no are understood", arguments: providers)
func verdicts(provider: Provider) throws {
    let (sender, entry) = (try sender(provider), entry(provider.kind))
    let judge = { (answer: (Int, String)) throws(SendFault) in
        try sender.gateway.judge(
            HTTPExchange.Answer(status: answer.0, bytes: Array(answer.1.utf8), isCut: false), Discretion(entry: entry))
    }
    try judge(provider.success)
    #expect(throws: SendFault.self) { try judge(provider.refusal) }
}

/// The pairs of a form, decoded as servers do it.
private func formFields(_ body: String) throws -> [String: String] {
    var fields: [String: String] = [:]
    for pair in body.split(separator: "&") {
        let halves = pair.split(separator: "=", omittingEmptySubsequences: false)
            .map { $0.replacing("+", with: " ").removingPercentEncoding }
        try #require(halves.count == 2, "\(pair)")
        #expect(fields.updateValue(try #require(halves[1]), forKey: try #require(halves[0])) == nil)
    }
    return fields
}

private func json(_ text: String) throws -> NSObject {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject)
}
