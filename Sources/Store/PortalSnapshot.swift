import Portal
import SQLite

/// What a release tells the programs: a folder with a file each for the settings, and for the texts, the page shell, the
/// fragments and the recordings of a language; and a read-only database of the units.
///
/// What every request needs is read in one go: opening a database for it would cost as much as the rest of a page.
public final class PortalSnapshot {
    /// The snapshot's folder.
    public let folder: String
    private var openedUnits: Database?
    private var readTexts: [Texts] = []
    private var readShells: [(language: Language, shell: PageShell)] = []

    /// Opens the snapshot of a release.
    ///
    /// - Parameter folder: under a name that does not lead to another release meanwhile; ``Home/snapshot`` gives it.
    public init(opening folder: String) throws(StoreFault) {
        self.folder = folder
        let file = Self.file("settings", in: folder)
        var bytes = try FileSystem.read(file)[...]
        let version = Int(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)) ?? 0
        guard version == ReleaseFormat.version else {
            throw .wrongVersion(path: file, found: version, expected: ReleaseFormat.version)
        }
        bytes = bytes.drop { $0 != 0 }.dropFirst()
        settings = PortalSettings(table: StringTable(bytes: Array(bytes)))
    }

    static func file(_ name: String, in folder: String) -> String { folder + "/" + name }

    private func entry(_ name: String) throws(StoreFault) -> [UInt8] {
        try FileSystem.read(Self.file(name, in: folder))
    }

    /// What the config says.
    public let settings: PortalSettings

    /// The words of a language.
    public func texts(_ language: Language) throws -> Texts {
        if let texts = readTexts.first(where: { $0.language == language }) { return texts }
        let texts = Texts(language: language, table: StringTable(bytes: try entry("texts.\(language.rawValue)")))
        readTexts.append(texts)
        return texts
    }

    /// The theme's page in a language.
    public func shell(_ language: Language) throws -> PageShell {
        if let read = readShells.first(where: { $0.language == language }) { return read.shell }
        let shell = PageShell(table: StringTable(bytes: try entry("shell.\(language.rawValue)")))
        readShells.append((language, shell))
        return shell
    }

    /// The markup of a page of text that dynamic pages show too.
    public func fragment(_ name: String, _ language: Language) throws -> [UInt8] {
        try entry("fragment.\(name).\(language.rawValue)")
    }

    /// The recordings of the digits in a language; empty where no security code is asked for.
    public func sounds(_ language: Language) throws -> [UInt8] { try entry("sounds.\(language.rawValue)") }

    /// The passwords that nobody may choose, as `PasswordList` stores them; empty where the config names none.
    public func refusedPasswords() throws -> [UInt8] { try entry("refusedPasswords") }

    private func database() throws -> Database {
        if let openedUnits { return openedUnits }
        let database = try Database(
            path: Self.file("units.sqlite", in: folder), mode: .immutable, keepsStatements: true)
        openedUnits = database
        return database
    }

    /// One unit, by its id, even if another has taken its place.
    public func unit(_ id: String) throws -> PortalUnit? {
        try database().first("SELECT record FROM unit WHERE id = \(id)", unit)
    }

    /// All units, in the order of the units file.
    public func units() throws -> [PortalUnit] {
        try database().all("SELECT record FROM unit ORDER BY position", unit)
    }

    /// How many units there are; it costs the same for any number.
    public func unitCount() throws -> Int {
        try database().first("SELECT max(position) FROM unit") { $0.int(0) } ?? 0
    }

    /// Which units have taken the place of others. It is read without the units, which staff's pages do not need.
    public func replacements() throws -> Replacements {
        Replacements(table: StringTable(bytes: try entry("replacements")))
    }

    private func unit(_ row: Row) -> PortalUnit { PortalUnit(record: row.bytes(0)) }
}
