import Foundation
import Sandbox
import Testing

/// What a request needs, and still can do.
private let needed = [
    "read the release", "write into data", "write into a file of data", "shorten an open file of data",
    "rename within data", "remove from data", "sync a folder of data", "lock a file of data", "allocate memory",
    "go on on another processor",
]

/// What ends the program at once.
private let deadly = [
    "start a program", "start a program by descriptor", "be traced", "read a process", "write a process",
]

@Test("What a request needs works inside the sandbox", arguments: needed)
func needs(attempt: String) throws {
    #expect(try outcome(of: attempt, "outside") == .succeeded)
    #expect(try outcome(of: attempt, "inside") == .succeeded)
}

@Test("Everything else is refused inside the sandbox, and succeeds outside", arguments: try names())
func refused(attempt: String) throws {
    guard !needed.contains(attempt) else { return }
    #expect(try outcome(of: attempt, "outside") == .succeeded, "without it nothing is shown")
    let inside = try outcome(of: attempt, "inside")
    #expect(inside == (deadly.contains(attempt) ? .killed : .refused))
}

@Test("Only a request that carries files gets a local socket, and loses it where there is no scanner")
func localSockets() throws {
    #expect(try outcome(of: "open a local socket", "connecting") == .succeeded)
    #expect(try outcome(of: "open a local socket", "taken back") == .refused)
    #expect(try outcome(of: "connect by IPv4", "connecting") == .refused)
    #expect(try outcome(of: "rename within data", "taken back") == .succeeded)
}

@Test("Only a process for many requests takes connections, at standard input alone, and opens no socket")
func connections() throws {
    #expect(try outcome(of: "take a connection at standard input", "serving") == .succeeded)
    #expect(try outcome(of: "take a connection elsewhere", "serving") == .refused)
    #expect(try outcome(of: "open a local socket", "serving") == .refused)
    #expect(try outcome(of: "write into data", "serving") == .succeeded)
}

@Test("A home that is not there allows nothing, and is no fault of the sandbox")
func missingHome() throws {
    #expect(try run(["inside", "/nonexistent", "read /etc/passwd"]).outcome == .refused)
}

@Test("What this kernel offers is told without giving anything up")
func support() throws {
    let support = Sandbox.support()
    #expect(support.isWhole, "\(support.summary)")
    #expect((support.landlockABI ?? 0) >= 2)
    #expect(FileManager.default.contents(atPath: "/etc/passwd") != nil)
}

@Test("What is missing is named, and how to mend it")
func gaps() {
    #expect(SandboxGap.oldLandlock(abi: 1).description.contains("5.19"))
    #expect(SandboxGap.noLandlock(errno: 38).description.contains("lsm="))
    #expect(SandboxGap.filter(errno: 22).description.contains("seccomp"))
}

private enum Outcome: Equatable {
    case succeeded, refused, killed
    case other(Int32, String)
}

/// Makes the attempt in a desk of its own.
private func outcome(of attempt: String, _ mode: String) throws -> Outcome {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("pishkhan-sandbox-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    for folder in ["releases", "data/incoming", "data/documents", "elsewhere"] {
        try FileManager.default.createDirectory(
            at: home.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    for file in ["releases/page", "data/key", "elsewhere/secret"] {
        try Data("words".utf8).write(to: home.appendingPathComponent(file))
    }
    return try run([mode, home.path, attempt]).outcome
}

/// The names of all attempts, from the program itself.
private func names() throws -> [String] {
    try run([]).output.split(separator: "\n").map(String.init)
}

private func run(_ arguments: [String]) throws -> (outcome: Outcome, output: String) {
    let process = Process()
    // SwiftPM puts the program beside the tests.
    let tests = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("sandbox-attempts")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let outcome: Outcome =
        switch (process.terminationReason, process.terminationStatus) {
        case (.exit, 0): .succeeded
        case (.exit, 1): .refused
        case (.uncaughtSignal, SIGSYS): .killed
        case (_, let status): .other(status, text)
        }
    return (outcome, text)
}
