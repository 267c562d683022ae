extension Schema {
    /// Letters whose documents no scanner has seen yet. A column costs every request less than a table.
    static let quarantine = "ALTER TABLE letter ADD COLUMN unscanned INTEGER NOT NULL DEFAULT 0;"
}
