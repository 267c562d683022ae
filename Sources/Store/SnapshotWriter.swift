import Portal
import SQLite

/// Writes the snapshot of a release into a new file.
public struct SnapshotWriter {
    private let database: Database

    /// Begins a snapshot; the file must not exist.
    public init(creating path: String) throws {
        database = try Database(path: path, mode: .create)
        try database.runScript(
            """
            PRAGMA journal_mode = OFF;
            PRAGMA user_version = \(ReleaseFormat.version);
            CREATE TABLE entry (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE unit (
                position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, parent TEXT, titleFa TEXT NOT NULL,
                titleEn TEXT NOT NULL, takesLetters INTEGER NOT NULL, isOpen INTEGER NOT NULL,
                guidanceFa TEXT NOT NULL, guidanceEn TEXT NOT NULL, phone TEXT NOT NULL
            ) STRICT;
            """)
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
        try database.write {
            try put("settings", settings.table.bytes)
            for language in settings.languages {
                try put("texts.\(language.rawValue)", texts[language]?.bytes ?? [])
                try put("shell.\(language.rawValue)", shells[language]?.table.bytes ?? [])
            }
            for fragment in fragments {
                try put("fragment.\(fragment.name).\(fragment.language.rawValue)", fragment.markup)
            }
            for (language, bytes) in sounds { try put("sounds.\(language.rawValue)", bytes) }
            if !refusedPasswords.isEmpty { try put("refusedPasswords", refusedPasswords) }
            for unit in units { try put(unit) }
        }
    }

    private func put(_ name: String, _ value: [UInt8]) throws {
        try database.run("INSERT INTO entry (name, value) VALUES (\(name), \(value))")
    }

    private func put(_ unit: PortalUnit) throws {
        try database.run(
            """
            INSERT INTO unit (id, parent, titleFa, titleEn, takesLetters, isOpen, guidanceFa, guidanceEn, phone)
            VALUES (\(unit.id), \(unit.parent), \(unit.title.persian), \(unit.title.english), \(unit.takesLetters),
                \(unit.isOpen), \(unit.guidance.persian), \(unit.guidance.english), \(unit.phone))
            """)
    }
}
