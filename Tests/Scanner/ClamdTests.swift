import Glibc
import Testing

@testable import Scanner

private func scan(_ scanner: FakeScanner, bytes: Int = 10, seconds: Int = 5) throws(ScannerFault) -> Verdict {
    let file = temporaryFile([UInt8](repeating: 7, count: bytes))
    defer { close(file) }
    return try Clamd(socketPath: scanner.path).scan(file, until: Deadline(seconds: seconds))
}

@Test(
    "The scanner gets the whole file from its first byte, in chunks with their lengths and a last one without bytes",
    arguments: [0, 1, Clamd.chunk - 1, Clamd.chunk, Clamd.chunk + 1, 1_000_000])
func stream(size: Int) throws {
    let scanner = FakeScanner { scanner, connection in
        scanner.read(connection)
        scanner.answer(connection, "stream: OK\0")
    }
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 | 1) }
    let file = temporaryFile(bytes)
    #expect(try Clamd(socketPath: scanner.path).scan(file, until: Deadline(seconds: 5)) == .clean)
    scanner.waitUntilDone()
    var rest = scanner.received[...]
    #expect(rest.prefix(10) == ArraySlice("zINSTREAM\0".utf8))
    rest = rest.dropFirst(10)
    var found: [UInt8] = []
    while true {
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(4)
        if length == 0 { break }
        found += rest.prefix(length)
        rest = rest.dropFirst(length)
    }
    #expect(rest.isEmpty)
    #expect(found == bytes)
    close(file)
}

@Test("Malware is found")
func malware() throws {
    let scanner = FakeScanner { scanner, connection in
        scanner.read(connection)
        scanner.answer(connection, "stream: Eicar FOUND\0")
    }
    #expect(try scan(scanner) == .malware(signature: "Eicar"))
}

@Test("Where nobody listens, and where nothing is, the scanner is unreachable; a path of 107 bytes is the longest")
func unreachable() {
    let gone = { FakeScanner().path }()
    #expect(throws: ScannerFault.unreachable(path: gone, code: ENOENT)) {
        try Clamd(socketPath: gone).ping(until: Deadline(seconds: 1))
    }
    for (length, isPath) in [(0, false), (107, true), (108, false)] {
        let path = String(repeating: "x", count: length)
        #expect(throws: isPath ? ScannerFault.unreachable(path: path, code: ENOENT) : .badPath(path)) {
            try Clamd(socketPath: path).ping(until: Deadline(seconds: 1))
        }
    }
}

@Test(
    "A scanner that accepts nobody, reads nothing or never answers is waited for until the deadline only",
    arguments: ["accepts nobody", "has no room", "reads nothing", "never answers"])
func hanging(how: String) throws {
    let scanner: FakeScanner
    var waiting: [CInt] = []
    switch how {
    case "accepts nobody": scanner = FakeScanner()
    case "has no room":
        scanner = FakeScanner(backlog: 0)
        waiting = (0..<3).map { _ in occupied(scanner.path) }
    case "reads nothing": scanner = FakeScanner { _, _ in sleep(3) }
    default:
        scanner = FakeScanner { scanner, connection in
            scanner.read(connection)
            sleep(3)
        }
    }
    let begin = Deadline(seconds: 100)
    #expect(throws: ScannerFault.timedOut(path: scanner.path)) { try scan(scanner, bytes: 2_000_000, seconds: 1) }
    let took = 100_000 - begin.millisecondsLeft
    #expect((900..<2_500).contains(took), "\(took) ms")
    for descriptor in waiting { close(descriptor) }
}

/// A connection that takes a place in the queue, if there is one.
private func occupied(_ path: String) -> CInt {
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            _ = connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
    return descriptor
}

@Test(
    "Whatever comes before the file is sent is no clean file",
    arguments: [
        ("INSTREAM size limit exceeded. ERROR\0", ScannerFault.refused(reply: "INSTREAM size limit exceeded. ERROR")),
        ("stream: OK\0", .unexpected(reply: "stream: OK")),
    ])
func early(answer: String, fault: ScannerFault) throws {
    let scanner = FakeScanner { scanner, connection in
        scanner.read(connection, atMost: 100_000)
        scanner.answer(connection, answer)
    }
    #expect(throws: fault) { try scan(scanner, bytes: 5_000_000) }
}

@Test("A connection that ends before the answer does is no clean file", arguments: ["", "stream: O", "stream: OK"])
func brokenOff(answer: String) throws {
    let scanner = FakeScanner { scanner, connection in
        scanner.read(connection)
        scanner.answer(connection, answer)
    }
    #expect(throws: ScannerFault.brokenOff(path: scanner.path)) { try scan(scanner) }
}

@Test("A scan can be interrupted")
func interruption() throws {
    var pipe: [CInt] = [0, 0]
    Glibc.pipe(&pipe)
    close(pipe[1])
    let scanner = FakeScanner()
    let file = temporaryFile([1])
    #expect(throws: ScannerFault.interrupted) {
        try Clamd(socketPath: scanner.path, interruption: pipe[0]).scan(file, until: Deadline(seconds: 5))
    }
    close(pipe[0])
    close(file)
}

@Test("PING is answered with PONG, or the scanner does not work", arguments: [("PONG\0", true), ("PANG\0", false)])
func ping(answer: String, works: Bool) throws {
    let scanner = FakeScanner { scanner, connection in
        scanner.read(connection, atMost: 6)
        scanner.answer(connection, answer)
    }
    let clamd = Clamd(socketPath: scanner.path)
    if works {
        try clamd.ping(until: Deadline(seconds: 5))
    } else {
        #expect(throws: ScannerFault.unexpected(reply: "PANG")) { try clamd.ping(until: Deadline(seconds: 5)) }
    }
    scanner.waitUntilDone()
    #expect(scanner.received == Array("zPING\0".utf8))
}
