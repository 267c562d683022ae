extension Schema {
    /// Documents that the desk has made of several photographs, and of how many; 0 for a file as it was sent.
    static let photographs = "ALTER TABLE document ADD COLUMN photographs INTEGER NOT NULL DEFAULT 0;"
}
