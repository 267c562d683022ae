extension Schema {
    /// Letters whose documents no scanner has seen yet. A column costs every request less than a table.
    ///
    /// A document with malware loses its file, not its row: the seal of its letter's registration covers it.
    static let quarantine = """
        ALTER TABLE letter ADD COLUMN unscanned INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE document ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
        """
}
