import SQLite

extension AuditSeal {
    /// The hash of what a line tells of, as the database has it now.
    public func facts(of line: Line, in database: Database) throws -> [UInt8] {
        facts(try values(of: line, in: database))
    }

    /// What a line tells of, value by value, as the database has it now.
    func values(of line: Line, in database: Database) throws -> [[UInt8]]? {
        func rows(_ sql: SQL, columns: Int32) throws -> [[UInt8]] {
            // Numbers as SQLite writes them.
            try database.all(sql) { row in (0..<columns).map { row.bytes($0) } }.flatMap { $0 }
        }
        switch line.kind {
        case "registered":
            return try rows(
                """
                SELECT letter.id, mobile, submission, sender, senderKind, unit, unitTitle, subject, language, registered
                FROM letter JOIN applicant ON applicant.id = applicant WHERE letter.id = \(line.letter)
                """, columns: 10)
                + rows(
                    """
                    SELECT number, role, kind, name, bytes, hash FROM document
                    WHERE letter = \(line.letter) AND role <> 'reply' ORDER BY number
                    """, columns: 6)
        case "accepted":
            return try rows(
                "SELECT letterNumber, trackingCode, year, sequence, decided FROM letter WHERE id = \(line.letter)",
                columns: 5)
        case "rejected":
            return try rows("SELECT reason, decided FROM letter WHERE id = \(line.letter)", columns: 2)
        case "replied":
            return try rows(
                """
                SELECT number, role, kind, name, bytes, hash FROM document
                WHERE letter = \(line.letter) AND number = \(line.document)
                """, columns: 6)
        case "staffAdded":
            // What follows the name says who made the account.
            let name = String(line.text.prefix { $0 != " " })
            return try rows("SELECT name, role FROM staff WHERE name = \(name)", columns: 2)
        default: return nil
        }
    }
}
