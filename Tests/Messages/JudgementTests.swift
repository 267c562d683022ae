import Desk
import Foundation
import Portal
import Testing

@testable import Messages

@Test(
    "What the provider answers decides whether to try again",
    arguments: [
        (answer(500), true), (answer(503), true), (answer(408), true), (answer(429), true), (answer(400), false),
        (answer(401), false), (answer(403), false), (answer(404), false), (answer(422), false),
        (answer(200, "{\"status\":5}"), false), (answer(200, "no json"), false), (answer(200), false), ("", true),
        ("not HTTP\r\n\r\n", true),
    ])
func answers(text: String, isTemporary: Bool) throws {
    let server = try AnsweringServer(text)
    let fault = #expect(throws: SendFault.self) {
        try sender(server.port) {
            $0.successPath = "status"
            $0.successValue = "1"
        }.send(sampleEntry)
    }
    guard let fault else { return }
    if case .temporary = fault { #expect(isTemporary, "\(fault)") } else { #expect(!isTemporary, "\(fault)") }
}

@Test("A redirect is not followed")
func redirects() throws {
    let target = try AnsweringServer(answer(200))
    let server = try AnsweringServer(answer(302, header: "Location: http://127.0.0.1:\(target.port)/\r\n"))
    let fault = #expect(throws: SendFault.self) { try sender(server.port).send(sampleEntry) }
    #expect("\(fault, default: "")".contains("status 302, and redirects are not followed"))
    // Whoever asks the target first is answered: a followed redirect would leave nobody there.
    try sender(target.port).send(sampleEntry)
}

@Test("A provider that is silent, or not there, is worth another try")
func silence() throws {
    let server = try AnsweringServer(answer(200), delay: 3)
    let started = Date()
    guard
        case .temporary = #expect(
            throws: SendFault.self, performing: { try sender(server.port) { $0.timeout = 1 }.send(sampleEntry) })
    else { return #expect(Bool(false), "it is given up") }
    #expect((0.9...2.5).contains(Date().timeIntervalSince(started)))
    guard case .temporary = #expect(throws: SendFault.self, performing: { try sender(1).send(sampleEntry) })
    else { return #expect(Bool(false), "it is given up") }
}

@Test(
    "An answer's text begins as the config says",
    arguments: [
        ("0: Accepted for delivery", true), ("0: Accepted", true), ("3: Queued", false), ("0: Accepte", false),
        ("", false),
        ("0: Accepted\u{301}", true),
    ])
func prefixes(text: String, isSuccess: Bool) throws {
    let server = try AnsweringServer(answer(202, text))
    let way = sender(server.port) { $0.successText = "0: Accepted" }
    if isSuccess { try way.send(sampleEntry) } else { #expect(throws: SendFault.self) { try way.send(sampleEntry) } }
}

@Test(
    "64 KiB of an answer are read; what stands in a longer one is not known, but its status is",
    arguments: [(65_536, true, true), (65_537, true, false), (65_537, false, true), (1_000_000, false, true)])
func longAnswers(bytes: Int, hasPath: Bool, isSuccess: Bool) throws {
    let json = "{\"status\":1,\"x\":\""
    let body = json + String(repeating: "x", count: bytes - json.count - 2) + "\"}"
    let server = try AnsweringServer(answer(200, body))
    let way = sender(server.port) {
        $0.successPath = hasPath ? "status" : ""
        $0.successValue = "1"
    }
    if isSuccess { return try way.send(sampleEntry) }
    #expect(throws: SendFault.permanent("the provider's answer is longer than 65536 bytes")) {
        try way.send(sampleEntry)
    }
}

@Test(
    "What a provider repeats of the message stays out of the fault",
    arguments: [
        ("0", "0"), ("Failed", "Failed"), ("1201", "1201"), ("", "an empty text"), ("123456", nil),
        ("code 123456", nil),
        ("09123456789", nil), ("کد", nil), ("345", nil), (String(repeating: "x", count: 33), nil),
    ] as [(String, String?)])
func discretion(value: String, shown: String?) {
    #expect(Discretion(entry: sampleEntry).shown(value) == shown ?? "a value that is not shown")
}

@Test(
    "A number is masked",
    arguments: [
        ("+989123456789", "+98912•••6789"), ("+4915112345678", "+49151•••5678"), ("+35312345", "+35•••45"),
        ("+123456", "•••"),
    ])
func masking(number: String, masked: String) {
    #expect(MobileNumber(stored: number).masked == masked)
}
