import SQLite

extension Check {
    /// Every account was made by the administrator's command, which leaves an event.
    static let accounts = Check("accounts") { examination in
        try examination.read { database in
            try database.all(
                """
                SELECT name, role FROM staff WHERE NOT EXISTS
                    (SELECT 1 FROM event
                     WHERE kind = 'staffAdded' AND (text = name OR substr(text, 1, length(name) + 1) = name || ' '))
                """
            ) { row in
                Finding(
                    "account \(row.text(0))", "(\(row.text(1))) was made behind the audit's back",
                    "find out who made it, and take the data from a backup")
            }
        }
    }
}
