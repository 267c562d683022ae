import Desk
import Foundation
import Portal
@testable import Store
import Testing

@testable import Messages

@Test("A form goes out as the config says, with headers and Basic authentication")
func form() throws {
    let server = try AnsweringServer(answer(200))
    let way = sender(server.port, path: "/send?k={message}", "to={to}&message={text}&line=a b") {
        $0.basic = "user:pass"
        $0.headers = ["X-Kind: {kind}"]
    }
    try way.send(sampleEntry)
    let request = server.request()
    #expect(request.hasPrefix("POST /send?k=7 HTTP/1.1\r\n"))
    #expect(request.contains("\r\nX-Kind: code\r\n"))
    #expect(request.contains("\r\nAuthorization: Basic dXNlcjpwYXNz\r\n"))
    #expect(request.contains("\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"))
    let text = "%DA%A9%D8%AF%20%22123456%22%20%26%20100%25%0A%0A%40x%20%23123456"
    #expect(request.hasSuffix("\r\n\r\nto=09123456789&message=\(text)&line=a%20b"), "\(request)")
}

@Test("JSON goes out with its strings escaped, and a content type of the config's own stays alone")
func json() throws {
    let server = try AnsweringServer(answer(200))
    try sender(server.port, body: .json, #"{"Mobiles":["{to}"],"MessageText":"{text}","Code":"{code}"}"#) {
        $0.headers = ["content-type: application/json"]
        $0.numbers = .plus
    }.send(sampleEntry)
    let request = server.request()
    #expect(request.lowercased().components(separatedBy: "content-type:").count == 2)
    let body = try #require(request.components(separatedBy: "\r\n\r\n").last)
    let sent = try JSONDecoder().decode(Sent.self, from: Data(body.utf8))
    #expect(sent == Sent(Mobiles: ["+989123456789"], MessageText: sampleEntry.message.text, Code: "123456"))
}

private struct Sent: Decodable, Equatable {
    let Mobiles: [String]
    let MessageText: String
    let Code: String
}

@Test(
    "The request of a message's own kind is taken before the one for all kinds",
    arguments: [("code", "/own"), ("replied", "/all")])
func requestsByKind(kind: String, path: String) throws {
    let server = try AnsweringServer(answer(200))
    let way = sender(server.port, path: "/all", body: .none) {
        var own = $0.requests[0]
        own.kind = "code"
        own.url = "http://127.0.0.1:\(server.port)/own"
        $0.requests.append(own)
    }
    let kind = try #require(Message.Kind(rawValue: kind))
    try way.send(OutboxEntry(id: 1, message: Message(kind: kind, to: mobile, text: "", arguments: [:]), attempts: 0))
    #expect(server.request().hasPrefix("GET \(path) HTTP/1.1\r\n"))
}

@Test(
    "A number is spelt as the provider wants it",
    arguments: [
        (.national, "09123456789"), (.international, "989123456789"), (.plus, "+989123456789"),
        (.zeros, "00989123456789"),
        (.bare, "9123456789"),
    ] as [(HTTPGateway.NumberSpelling, String)])
func spellings(spelling: HTTPGateway.NumberSpelling, number: String) {
    #expect(spelling.spelt(mobile, plan: .iran) == number)
    #expect(spelling.spelt(MobileNumber(stored: "+4915112345678"), plan: .iran) == nil)
}

@Test("Nothing is sent that the config cannot say", arguments: ["{nope}", "to"])
func configMistakes(mistake: String) {
    let way = sender(9, "to={nope}") { if mistake == "to" { $0.requests[0].kind = "replied" } }
    guard case .permanent = #expect(throws: SendFault.self, performing: { try way.send(sampleEntry) })
    else { return #expect(Bool(false), "it would be tried again") }
}

@Test("A message's line break does not make a header of its own")
func headersOfMessages() throws {
    let way = sender(9) { $0.headers = ["X-Text: {text}"] }
    #expect(throws: SendFault.permanent("a value with a line break cannot stand in a header")) {
        try way.send(sampleEntry)
    }
}

@Test("Only HTTP leaves", arguments: ["file:///etc/hostname", "ftp://127.0.0.1:9/", "not an address", "http://a b/"])
func otherProtocols(url: String) {
    let way = sender(9, body: .none) { $0.requests[0].url = url }
    guard case .permanent = #expect(throws: SendFault.self, performing: { try way.send(sampleEntry) })
    else { return #expect(Bool(false), "it would be tried again") }
}

@Test("A file's secret reaches the request, and no fault")
func secretInAddress() throws {
    let path = try temporaryFile(" s/k\n", mode: 0o600)
    let server = try AnsweringServer(answer(500))
    let fault = #expect(throws: SendFault.self) {
        try sender(server.port, path: "/v1/{secret}/send") { $0.secretFile = path }.send(sampleEntry)
    }
    #expect(server.request().hasPrefix("POST /v1/s%2Fk/send HTTP/1.1\r\n"))
    #expect(fault == .temporary("the provider answered with status 500"))
}
