import Foundation
import TemporaryFolders
import Testing
import Watching

@Suite("Waiting for changes of a site")
struct FolderWatchTests {
    let folder = TemporaryFolder.make("watch")

    /// A site in which a watch looks at all but one folder.
    private func watch(
        _ body: (FolderWatch, _ stop: @escaping @Sendable () -> Void) throws -> Void
    ) throws {
        for name in ["pages/fa", "home/releases"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        try write("pages/fa/guide.md")
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let raise = ends[1]
        defer { close(raise) }
        let watch = try FolderWatch(until: StopSignal(readable: ends[0]))
        try watch.watch([folder], leavingOut: [folder + "/home"])
        try body(watch) { _ = Foundation.write(raise, "x", 1) }
    }

    private func write(_ path: String, _ text: String = "text") throws {
        try text.write(toFile: "\(folder)/\(path)", atomically: false, encoding: .utf8)
    }

    private func rename(_ old: String, to new: String) { Foundation.rename("\(folder)/\(old)", "\(folder)/\(new)") }

    @Test("A file that is written, replaced, made, removed, or closed to readers is a change")
    func changes() throws {
        try watch { watch, _ in
            try write("pages/fa/guide.md", "more")
            #expect(try watch.waitForChange())
            try write(".guide.md.tmp")
            rename(".guide.md.tmp", to: "pages/fa/guide.md")
            #expect(try watch.waitForChange())
            try write("pages/fa/new.md")
            #expect(try watch.waitForChange())
            unlink("\(folder)/pages/fa/new.md")
            #expect(try watch.waitForChange())
            chmod("\(folder)/pages/fa/guide.md", 0)
            #expect(try watch.waitForChange())
        }
    }

    @Test("A folder that is new is watched, and so is what was put into it at once")
    func newFolder() throws {
        try watch { watch, _ in
            try FileManager.default.createDirectory(
                atPath: "\(folder)/pages/en/deep", withIntermediateDirectories: true)
            #expect(try watch.waitForChange())
            try write("pages/en/deep/guide.md")
            #expect(try watch.waitForChange())
            rename("pages/en", to: "pages/english")
            #expect(try watch.waitForChange())
            try write("pages/english/deep/guide.md")
            #expect(try watch.waitForChange())
        }
    }

    @Test("Hidden files, spare copies and what is left out count as nothing")
    func nothing() throws {
        try watch { watch, stop in
            try write(".guide.md.swp")
            try write("guide.md~")
            try write("#guide.md#")
            try write("home/releases/index.html")
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.3, execute: stop)
            #expect(try !watch.waitForChange())
        }
    }

    @Test("A folder that is left out may itself come, as soon as it is named")
    func leftOutLater() throws {
        try watch { watch, stop in
            mkdir(folder + "/built", 0o755)
            try write("built/index.html")
            try watch.watch([folder], leavingOut: [folder + "/built"])
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.3, execute: stop)
            #expect(try !watch.waitForChange())
        }
    }

    @Test("Of a folder in which only one file is watched, the others count as nothing")
    func oneFile() throws {
        try watch { watch, stop in
            let other = TemporaryFolder.make("watch")
            for name in ["units.json5", "letters.txt"] {
                try "text".write(toFile: "\(other)/\(name)", atomically: false, encoding: .utf8)
            }
            try watch.watch([folder, other + "/units.json5"], leavingOut: [])
            try "more".write(toFile: other + "/units.json5", atomically: true, encoding: .utf8)
            #expect(try watch.waitForChange())
            try "more".write(toFile: other + "/letters.txt", atomically: true, encoding: .utf8)
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.3, execute: stop)
            #expect(try !watch.waitForChange())
        }
    }

    @Test("A place that does not exist yet is a change as soon as it does")
    func missing() throws {
        try watch { watch, _ in
            let place = TemporaryFolder.make("watch") + "/theme"
            try watch.watch([folder, place], leavingOut: [])
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { mkdir(place, 0o755) }
            #expect(try watch.waitForChange())
            try "text".write(toFile: place + "/style.css", atomically: false, encoding: .utf8)
            #expect(try watch.waitForChange())
        }
    }

    @Test("Many changes at once are one")
    func many() throws {
        try watch { watch, stop in
            for number in 0..<300 { try write("pages/fa/\(number).md") }
            #expect(try watch.waitForChange())
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.3, execute: stop)
            #expect(try !watch.waitForChange())
        }
    }

    @Test("It ends when it is told to, before and while it waits")
    func stopped() throws {
        try watch { watch, stop in
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.1, execute: stop)
            #expect(try !watch.waitForChange())
            try write("pages/fa/guide.md", "more")
            #expect(try !watch.waitForChange())
        }
    }
}
