import Portal
import SQLite

/// What a release tells the programs: settings, texts, page shells and units in one read-only file.
public final class PortalSnapshot {
    private let database: Database
    private let entries: Lookup
    private var lastTexts: Texts?

    /// Opens the snapshot of a release.
    public init(opening path: String) throws(StoreFault) {
        guard FileSystem.exists(path) else { throw .missing(path: path) }
        do {
            database = try Database(path: path, mode: .immutable)
            let found = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
            guard found == ReleaseFormat.version else {
                throw StoreFault.wrongVersion(path: path, found: found, expected: ReleaseFormat.version)
            }
            entries = try Lookup("SELECT value FROM entry WHERE name = ?", in: database)
        } catch let error as SQLiteError {
            throw .database(error)
        } catch let fault as StoreFault {
            throw fault
        } catch {
            throw .missing(path: path)
        }
    }

    private func entry(_ name: String) throws -> [UInt8] {
        try entries.first(name) { $0.bytes(0) } ?? []
    }

    /// What the config says.
    public func settings() throws -> PortalSettings { PortalSettings(table: StringTable(bytes: try entry("settings"))) }

    /// The words of a language.
    public func texts(_ language: Language) throws -> Texts {
        if let lastTexts, lastTexts.language == language { return lastTexts }
        let texts = Texts(language: language, table: StringTable(bytes: try entry("texts.\(language.rawValue)")))
        lastTexts = texts
        return texts
    }

    /// The theme's page in a language.
    public func shell(_ language: Language) throws -> PageShell {
        PageShell(table: StringTable(bytes: try entry("shell.\(language.rawValue)")))
    }

    /// The markup of a page of text that dynamic pages show too.
    public func fragment(_ name: String, _ language: Language) throws -> [UInt8] {
        try entry("fragment.\(name).\(language.rawValue)")
    }

    /// The recordings of the digits in a language; empty where no security code is asked for.
    public func sounds(_ language: Language) throws -> [UInt8] { try entry("sounds.\(language.rawValue)") }

    /// The passwords that nobody may choose, as `PasswordList` stores them; empty where the config names none.
    public func refusedPasswords() throws -> [UInt8] { try entry("refusedPasswords") }

    /// One unit, by its id.
    public func unit(_ id: String) throws -> PortalUnit? {
        let condition: SQL = "WHERE id = \(id)"
        return try database.first(condition.following(Self.selection), unit)
    }

    /// All units, in the order of the units file.
    public func units() throws -> [PortalUnit] {
        let order: SQL = "ORDER BY position"
        return try database.all(order.following(Self.selection), unit)
    }

    private static let selection =
        "SELECT id, parent, titleFa, titleEn, takesLetters, isOpen, guidanceFa, guidanceEn, phone FROM unit "

    private func unit(_ row: Row) -> PortalUnit {
        var unit = PortalUnit(id: row.text(0), title: LocalizedText(persian: row.text(2), english: row.text(3)))
        unit.parent = row.optionalText(1)
        unit.takesLetters = row.bool(4)
        unit.isOpen = row.bool(5)
        unit.guidance = LocalizedText(persian: row.text(6), english: row.text(7))
        unit.phone = row.text(8)
        return unit
    }
}
