/// Authenticator apps of the staff and of citizens, and the staff's units as a column.
extension Schema {
    /// All may be NULL, which reads as empty and 0: SQLite parses the schema at every request, defaults included.
    ///
    /// - `authenticator`: the app's key, sealed; empty where there is none.
    /// - `authenticatorCounter`: the step of the last code that was used (RFC 6238); kept when the app is removed.
    /// - `recoveryCodes`: see `RecoveryCodes`.
    /// - `units`: a clerk's units with a space between them, read at every request of the staff: as a table of their own
    ///   they cost each request of everybody the parsing of that table.
    static let authenticators = """
        ALTER TABLE applicant ADD COLUMN authenticator BLOB;
        ALTER TABLE applicant ADD COLUMN authenticatorCounter INTEGER;
        ALTER TABLE applicant ADD COLUMN recoveryCodes BLOB;

        ALTER TABLE staff ADD COLUMN authenticator BLOB;
        ALTER TABLE staff ADD COLUMN authenticatorCounter INTEGER;
        ALTER TABLE staff ADD COLUMN recoveryCodes BLOB;
        ALTER TABLE staff ADD COLUMN units TEXT;
        UPDATE staff SET units = coalesce(
            (SELECT group_concat(unit, ' ') FROM staffUnit WHERE staffUnit.staff = staff.id), '');
        DROP TABLE staffUnit;
        """
}
