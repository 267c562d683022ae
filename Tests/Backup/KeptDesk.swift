import Backup
import Desk
import Foundation
import Secrets
import TemporaryFolders
import Samples
import Testing

@testable import Store

/// A desk with letters and a config, in a folder of its own.
struct KeptDesk {
    let folder: String
    let home: Home
    let config: String

    init(letters: Int = 3) throws {
        folder = TemporaryFolder.make("backup")
        home = Home(path: folder + "/home")
        mkdir(home.path, 0o755)
        try Store.prepare(home.data)
        config = folder + "/site/portal.json5"
        try FileManager.default.createDirectory(atPath: folder + "/site/texts", withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: URL(fileURLWithPath: config))
        try Data("سلام".utf8).write(to: URL(fileURLWithPath: folder + "/site/texts/متن.json5"))
        let long = String(repeating: "n", count: 120)
        try Data("long".utf8).write(to: URL(fileURLWithPath: folder + "/site/texts/" + long))
        try Data("no".utf8).write(to: URL(fileURLWithPath: folder + "/site/.hidden"))
        for _ in 0..<letters { try register() }
    }

    /// Registers a letter of one applicant.
    func register() throws {
        let store = try Store(opening: home.data)
        let mobile = MobileNumber(stored: "+989120000001")
        _ = try store.signIn(mobile, now: 1_000)
        var upload = try store.receive(field: "letter", fileName: "letter.pdf", limit: 10_000)
        try Array(smallestPDF(note: "\(Random.bytes(600))").utf8).withUnsafeBytes { try upload.write($0) }
        try upload.finish()
        var uploads = [upload]
        _ = try store.register(
            LetterDraft(sender: "زهرا", senderKind: .person, unit: "health", subject: "موضوع"),
            to: Unit(id: "health", title: "بهداشت", takesLetters: true, isOpen: true),
            from: Applicant(id: 1, mobile: mobile), uploads: &uploads, submission: .random(), language: "fa", now: 1_000
        ) { Message(kind: .registered, to: $0.applicant.mobile, text: "text", arguments: [:]) }
    }

    /// Makes a backup of it.
    func backup(_ name: String = "backup.tar") throws -> String {
        let path = folder + "/" + name
        #expect(try makeBackup(of: home, config: config, to: path, now: 1_800_000_000).problems == [])
        return path
    }

    /// A home that does not exist yet.
    func newHome(_ name: String = "other") -> Home { Home(path: folder + "/" + name) }
}

/// All files below a folder with their bytes.
func files(below folder: String) throws -> [String: Data] {
    let names = try #require(FileManager.default.enumerator(atPath: folder))
    var found: [String: Data] = [:]
    for case let name as String in names {
        if let bytes = FileManager.default.contents(atPath: folder + "/" + name) { found[name] = bytes }
    }
    return found
}
