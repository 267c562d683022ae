import Desk
import Foundation
import Persian
import Portal
import TemporaryFolders
import Testing

@testable import Store

@Test("A data folder that others can enter is refused, with the command that mends it")
func exposed() throws {
    let desk = try TestDesk()
    for mode: mode_t in [0o750, 0o705, 0o701] {
        chmod(desk.home.data.path, mode)
        let fault = #expect(throws: StoreFault.self) { try desk.another() }
        #expect("\(fault, default: "")".contains("chmod go-rwx '\(desk.home.data.path)'"))
    }
    chmod(desk.home.data.path, 0o700)
    _ = try desk.another()
}

@Test("A data folder inside the document root is refused, through a link too")
func insideDocumentRoot() throws {
    let desk = try TestDesk()
    let link = TemporaryFolder.make("link") + "/home"
    symlink(desk.home.path, link)
    for root in [desk.home.path, desk.home.data.path, link, "/"] {
        #expect(throws: StoreFault.self, "\(root)") { try Store(opening: desk.home.data, documentRoot: root) }
    }
    _ = try Store(opening: desk.home.data, documentRoot: desk.home.path + "/dat")
    _ = try Store(opening: desk.home.data, documentRoot: "/nonexistent")
}

@Test("An open desk is refused too: at once for another document root, within a second where the same leads to it")
func insideDocumentRootLater() throws {
    let desk = try TestDesk()
    let (link, elsewhere) = (TemporaryFolder.make("link") + "/root", TemporaryFolder.make("elsewhere"))
    symlink(elsewhere, link)
    let store = try Store(opening: desk.home.data, documentRoot: link)
    #expect(try store.isCurrent(documentRoot: link))
    #expect(throws: StoreFault.self) { try store.isCurrent(documentRoot: desk.home.path) }
    #expect(try store.isCurrent(documentRoot: link))
    unlink(link)
    symlink(desk.home.path, link)
    usleep(1_000_000)
    #expect(throws: StoreFault.self) { try store.isCurrent(documentRoot: link) }
}

@Test("A database or key that is missing or damaged is never made anew", arguments: ["desk.sqlite", "key"])
func missing(name: String) throws {
    let desk = try TestDesk()
    let path = desk.home.data.path + "/" + name
    unlink(path)
    #expect(throws: StoreFault.self) { try desk.another() }
    #expect(throws: StoreFault.self) { try Store.prepare(desk.home.data) }
    #expect(!FileManager.default.fileExists(atPath: path))
}

@Test(
    "An empty database is refused, and the log beside it stays: what it holds is there again with the database",
    arguments: [0, 1, 511])
func emptyDatabase(size: Int) throws {
    let desk = try TestDesk()
    try desk.register(from: desk.applicant())
    // A copy, which nobody has open.
    let copy = Home(path: desk.home.path + "/copy")
    mkdir(copy.path, 0o700)
    try FileManager.default.copyItem(atPath: desk.home.data.path, toPath: copy.data.path)
    let database = try #require(FileManager.default.contents(atPath: copy.data.database))
    truncate(copy.data.database, size)
    #expect("\(#expect(throws: StoreFault.self) { try Store(opening: copy.data) }, default: "")".contains("is empty"))
    #expect(throws: StoreFault.self) { try Store.prepare(copy.data) }
    let descriptor = open(copy.data.database, O_WRONLY)
    #expect(database.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == database.count)
    close(descriptor)
    #expect(try Store(opening: copy.data).letters(of: desk.applicant(), before: nil, limit: 5).count == 1)
}

@Test("A key of another length, and a database of another version, are refused")
func damaged() throws {
    let desk = try TestDesk()
    try desk.store.database.runScript("PRAGMA user_version = 99")
    #expect(throws: StoreFault.self) { try desk.another() }
    try desk.store.database.runScript("PRAGMA user_version = \(Schema.version)")
    _ = try desk.another()
    truncate(desk.home.data.key, 31)
    #expect(throws: StoreFault.self) { try desk.another() }
}

@Test("Every file of the desk is its owner's alone")
func modes() throws {
    let desk = try TestDesk()
    try desk.register(from: desk.applicant())
    let files = try #require(FileManager.default.enumerator(atPath: desk.home.data.path))
    for case let name as String in files {
        var status = stat()
        lstat(desk.home.data.path + "/" + name, &status)
        #expect(status.st_mode & 0o077 == 0, "\(name) has mode \(String(status.st_mode, radix: 8))")
    }
}

@Test("Sweeping deletes what never became a letter, and nothing that did")
func sweeping() throws {
    let desk = try TestDesk()
    let letter = try desk.register(from: desk.applicant())
    _ = try desk.upload()
    let orphan = desk.home.data.documents + "/00/orphan"
    _ = FileManager.default.createFile(atPath: orphan, contents: Data("x".utf8))
    let now = time(nil)
    #expect(try desk.store.sweep(olderThan: 60, now: now) == 0, "younger files may belong to a request at work")
    #expect(try desk.store.sweep(olderThan: 60, now: now + 120) == 2)
    for document in try desk.store.documents(of: letter) { close(try desk.store.open(document)) }
}

@Test("Messages leave in order, expired ones not at all, and a sent one keeps no words")
func outbox() throws {
    let desk = try TestDesk()
    let mobile = MobileNumber(stored: "+989120000001")
    try desk.store.write {
        try desk.store.enqueue(desk.message(.registered, mobile), now: 10)
        try desk.store.enqueue(desk.message(.code, mobile, expires: 20), now: 10)
        try desk.store.enqueue(desk.message(.accepted, mobile), now: 11)
    }
    #expect(try desk.store.dueMessages(limit: 9, now: 9).isEmpty)
    let due = try desk.store.dueMessages(limit: 9, now: 20)
    #expect(due.map(\.message.kind) == [.registered, .accepted])
    #expect(due.first?.message.arguments == ["a": "b"])
    try desk.store.markSent(due[0])
    try desk.store.beginTry(due[1], retryAt: 40)
    try desk.store.markFailed(due[1], error: "down", retryAt: 50)
    #expect(try desk.store.nextDue() == 50)
    #expect(try desk.store.dueMessages(limit: 9, now: 49).isEmpty)
    #expect(try desk.store.dueMessages(limit: 9, now: 50).map(\.attempts) == [1])
    #expect(
        try desk.store.database.first("SELECT count(*) FROM outbox WHERE text <> '' OR length(arguments) > 0") {
            $0.int(0)
        } == 1)
}

@Test("A snapshot gives back what was written into it")
func snapshot() throws {
    let path = TemporaryFolder.make("snapshot") + "/private"
    var settings = PortalSettings()
    settings.address = "https://x.example/"
    var unit = PortalUnit(id: "health", title: LocalizedText(persian: "بهداشت", english: "Health"))
    unit.parent = "top"
    unit.isOpen = false
    unit.guidance.persian = "راهنما"
    unit.aliases = ["درمانگاه", ""]
    unit.opens = DayNumber(-3)
    unit.requiredAttachments.english = ["Form"]
    unit.workingDays = 10
    unit.notify = ["09123456789"]
    unit.published.guidance.persian = Array("<p>راهنما</p>".utf8)
    unit.published.formBytes = 7
    var old = PortalUnit(id: "old", title: LocalizedText())
    old.replacedBy = "health"
    let texts = StringTable(Text.allCases.map(\.name))
    let shell = PageShell(text: PageShell.open(.title) + PageShell.open(.main))
    try SnapshotWriter(creating: path).write(
        settings: settings, texts: [.persian: texts, .english: texts], shells: [.persian: shell, .english: shell],
        fragments: [("company", .english, Array("<p>x</p>".utf8))],
        units: [PortalUnit(id: "top", title: unit.title), unit, old], sounds: [:])
    let snapshot = try PortalSnapshot(opening: path)
    #expect(snapshot.settings == settings)
    #expect(try snapshot.texts(.english)(.deskTitle) == "deskTitle")
    #expect(try snapshot.shell(.persian) == PageShell(table: shell.table))
    #expect(try snapshot.fragment("company", .english) == Array("<p>x</p>".utf8))
    #expect(try snapshot.unit("health") == unit)
    #expect(try snapshot.unit("none") == nil)
    #expect(try snapshot.units().map(\.id) == ["top", "health", "old"])
    #expect(try snapshot.unitCount() == 3)
    #expect(try snapshot.replacements() == Replacements([unit, old]))
    #expect(try snapshot.replacements().present("old") == "health")
}
