import Glibc
import Portal
import SQLite

/// Writes the snapshot of a release into a new folder.
public struct SnapshotWriter {
    private let folder: String

    /// Begins a snapshot; the folder must not exist.
    public init(creating folder: String) throws(StoreFault) {
        self.folder = folder
        guard mkdir(folder, 0o755) == 0 else { throw FileSystem.fault("make the folder", folder) }
    }

    /// Writes everything.
    ///
    /// - Parameters:
    ///   - fragments: markup by name and language.
    ///   - sounds: the recordings of the digits.
    ///   - refusedPasswords: as `PasswordList` stores them.
    public func write(
        settings: PortalSettings, texts: [Language: StringTable], shells: [Language: PageShell],
        fragments: [(name: String, language: Language, markup: [UInt8])], units: [PortalUnit],
        sounds: [Language: [UInt8]], refusedPasswords: [UInt8] = []
    ) throws {
        try put("settings", Array("\(ReleaseFormat.version)\0".utf8) + settings.table.bytes)
        for language in settings.languages {
            try put("texts.\(language.rawValue)", texts[language]?.bytes ?? [])
            try put("shell.\(language.rawValue)", shells[language]?.table.bytes ?? [])
            try put("sounds.\(language.rawValue)", sounds[language] ?? [])
        }
        try put("refusedPasswords", refusedPasswords)
        try put("replacements", Replacements(units).table.bytes)
        for fragment in fragments {
            try put("fragment.\(fragment.name).\(fragment.language.rawValue)", fragment.markup)
        }
        let database = try Database(
            path: PortalSnapshot.file("units.sqlite", in: folder), mode: .create, keepsStatements: true)
        try database.runScript(
            """
            PRAGMA journal_mode = OFF;
            CREATE TABLE unit (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record BLOB NOT NULL) STRICT;
            """)
        try database.write {
            for unit in units {
                try database.run("INSERT INTO unit (id, record) VALUES (\(unit.id), \(unit.record))")
            }
        }
    }

    private func put(_ name: String, _ bytes: [UInt8]) throws(StoreFault) {
        try FileSystem.createPublic(PortalSnapshot.file(name, in: folder), bytes)
    }
}
