import SQLite

extension Check {
    /// The database's pages, rows and indexes agree with each other and with the schema.
    static let integrity = Check("integrity") { examination in
        let path = examination.home.data.database
        do {
            return try examination.read { database in
                try database.all("PRAGMA integrity_check(20)") { $0.text(0) }.filter { $0 != "ok" }.map { fault in
                    Finding(path, "is damaged: \(fault)", restoring)
                }
            }
        } catch let error as SQLiteError where !error.isBusy {
            return [Finding(path, "is damaged: \(error)", restoring)]
        }
    }

    /// Rows that refer to others find them.
    static let references = Check("references") { examination in
        try examination.read { database in
            try database.all("PRAGMA foreign_key_check") { row in
                Finding(
                    "table \(row.text(0)), row \(row.text(1))", "refers to a missing row of \(row.text(2))", restoring)
            }
        }
    }

    /// What to do about anything that only a backup has whole.
    static let restoring = "take it from a backup: pishkhan restore FILE --home DIR puts one beside"
}
