import Foundation
import TemporaryFolders
import Testing

@testable import Messages

/// A file with a mode.
func temporaryFile(_ text: String, mode: Int) throws -> String {
    let path = TemporaryFolder.make("secret") + "/secret"
    try #require(
        FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]))
    return path
}

@Test(
    "A secret that others can read is not used, and the fault says what to do", arguments: [0o640, 0o604, 0o610, 0o666])
func exposedSecrets(mode: Int) throws {
    let path = try temporaryFile("key", mode: mode)
    #expect(throws: SendFault.temporary("others can read the secret file \(path); run: chmod go-rwx '\(path)'")) {
        try Secret.read(path)
    }
}

@Test("White space around a secret is not part of it", arguments: ["key", " key\n", "\tkey\r\n\r\n"])
func trimmedSecrets(text: String) throws {
    #expect(try Secret.read(temporaryFile(text, mode: 0o600)) == "key")
}

@Test("A secret has 1 to 4096 bytes", arguments: [(0, false), (1, true), (4_096, true), (4_097, false)])
func secretLengths(bytes: Int, isTaken: Bool) throws {
    let path = try temporaryFile(String(repeating: "k", count: bytes), mode: 0o400)
    #expect((try? Secret.read(path).utf8.count) == (isTaken ? bytes : nil))
}

@Test("A secret that is missing is worth another try")
func missingSecrets() {
    #expect(throws: SendFault.temporary("cannot open the secret file /nowhere: No such file or directory")) {
        try Secret.read("/nowhere")
    }
}
