import Foundation
import Store
import TemporaryFolders
import Testing

@testable import Messages

@Test("The log gateway writes one line of JSON for each message, for its owner alone")
func logLines() throws {
    let path = TemporaryFolder.make("log") + "/messages.log"
    for _ in 0..<2 { try LogSender(path: path).send(sampleEntry) }
    let line = #"{"to":"+989123456789","kind":"code","text":"کد \"123456\" & 100%\n\n@x #123456"}"# + "\n"
    #expect(try String(contentsOfFile: path, encoding: .utf8) == line + line)
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
}

@Test(
    "A log that cannot be written is worth another try, and a full disk takes the message",
    arguments: ["/dev/full", "/nowhere/log"])
func logFaults(path: String) {
    guard
        case .temporary(let reason) = #expect(
            throws: SendFault.self, performing: { try LogSender(path: path).send(sampleEntry) })
    else { return #expect(Bool(false), "it is given up") }
    #expect(reason.contains(path) && !reason.contains("123456"))
}
