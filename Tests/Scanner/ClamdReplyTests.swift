import Testing

@testable import Scanner

private func verdict(_ bytes: [UInt8], isSent: Bool = true) throws(ScannerFault) -> Verdict? {
    var reply = ClamdReply()
    try reply.take(bytes)
    return try reply.verdict(isSent: isSent)
}

private func verdict(_ text: String, isSent: Bool = true) throws(ScannerFault) -> Verdict? {
    try verdict(Array(text.utf8) + [0], isSent: isSent)
}

@Test("Only clamd's own words for it mean that a file is clean, and only when the file has been sent whole")
func clean() throws {
    #expect(try verdict("stream: OK") == .clean)
    #expect(throws: ScannerFault.unexpected(reply: "stream: OK")) { try verdict("stream: OK", isSent: false) }
    for other in ["", "OK", "stream: ok", "stream:OK", "stream: OK ", " stream: OK", "1: stream: OK", "PONG", "\n"] {
        #expect(throws: ScannerFault.self, "\(other)") { try verdict(other) }
    }
}

@Test("What is found has a name, even when the file was not sent to its end")
func found() throws {
    #expect(try verdict("stream: Win.Test.EICAR_HDB-1 FOUND") == .malware(signature: "Win.Test.EICAR_HDB-1"))
    #expect(try verdict("stream: Eicar(44d8:68) FOUND", isSent: false) == .malware(signature: "Eicar(44d8:68)"))
    #expect(try verdict("stream: OK FOUND") == .malware(signature: "OK"))
    #expect(throws: ScannerFault.unexpected(reply: "stream:  FOUND")) { try verdict("stream:  FOUND") }
    #expect(throws: ScannerFault.unexpected(reply: "Eicar FOUND")) { try verdict("Eicar FOUND") }
}

@Test("An error is an error, whatever else it says")
func errors() {
    for text in ["INSTREAM size limit exceeded. ERROR", "stream: Can't allocate memory ERROR", "UNKNOWN COMMAND ERROR"]
    {
        #expect(throws: ScannerFault.refused(reply: text)) { try verdict(text) }
    }
}

@Test("An answer counts only when its NUL has come, at whatever places it is split")
func splits() throws {
    let whole = Array("stream: OKViking FOUND".utf8) + [0]
    for length in 0..<whole.count {
        var reply = ClamdReply()
        try reply.take(whole[..<length])
        #expect(try reply.verdict(isSent: true) == nil)
        try reply.take(whole[length...])
        #expect(try reply.verdict(isSent: true) == .malware(signature: "OKViking"))
    }
}

@Test("An answer of 1,024 bytes is read, a longer one and one that goes on are refused")
func lengths() throws {
    let name = String(repeating: "x", count: ClamdReply.limit - "stream:  FOUND".count)
    #expect(try verdict("stream: \(name) FOUND") == .malware(signature: name))
    #expect(throws: ScannerFault.self) { try verdict("stream: \(name)x FOUND") }
    #expect(throws: ScannerFault.unexpected(reply: "stream: OK")) { try verdict("stream: OK\0stream: OK") }
}

@Test("Of any other bytes none is a clean file, and none of their control characters stays")
func anything() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
        let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        do throws(ScannerFault) {
            if let verdict = try verdict(Array("stream: ".utf8) + bytes + Array(" FOUND\0".utf8)) {
                guard case .malware(let signature) = verdict else { throw .interrupted }
                #expect(signature.utf8.allSatisfy { (0x20..<0x7f).contains($0) })
            }
        } catch {
            #expect(error != .interrupted)
        }
    }
}
