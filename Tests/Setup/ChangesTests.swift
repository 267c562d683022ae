import Folders
import Glibc
import TemporaryFolders
import Testing

@testable import Setup

@Suite("What setup does to a machine")
struct ChangesTests {
    final class Told { var lines: [String] = [] }

    @Test("A dry run tells each change and makes none")
    func dryRun() throws {
        let folder = TemporaryFolder.make("setup")
        let told = Told()
        let changes = Changes(isDry: true) { told.lines.append($0) }
        #expect(try changes.write([1], to: "\(folder)/a/b"))
        #expect(try changes.link("\(folder)/link", to: "a"))
        try changes.run(["touch", "\(folder)/touched"])
        #expect(told.lines == ["write: \(folder)/a/b", "link: \(folder)/link to a", "run: touch \(folder)/touched"])
        for name in ["a", "link", "touched"] { #expect(!Changes.exists("\(folder)/\(name)")) }
    }

    @Test("A file that is as it should be is not written again, and nothing is told of it")
    func unchanged() throws {
        let folder = TemporaryFolder.make("setup")
        let told = Told()
        let changes = Changes(isDry: false) { told.lines.append($0) }
        #expect(try changes.write([1, 2], to: "\(folder)/a/b", mode: 0o640))
        #expect(try !changes.write([1, 2], to: "\(folder)/a/b"))
        #expect(try changes.write([3], to: "\(folder)/a/b"))
        #expect(WholeFile.bytes(of: "\(folder)/a/b") == [3])
        #expect(told.lines.count == 2)
    }

    @Test("A command that fails is told with what it said on both ways")
    func failing() throws {
        let changes = Changes(isDry: false) { _ in }
        let fault = #expect(throws: SetupFault.self) {
            try changes.run(["sh", "-c", "echo printed; echo complained >&2; exit 3"])
        }
        #expect(fault?.description.contains("printed\ncomplained") == true)
        #expect(throws: SetupFault.self) { try changes.run(["no-such-program-anywhere"]) }
    }
}
