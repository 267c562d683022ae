import Persian

/// The first member of a backup: what it is, in words for people and programs.
struct BackupLabel: Equatable {
    static let name = "BACKUP"
    private static let firstLine = "pishkhan backup 1"

    /// UTC seconds.
    let made: Int
    /// The version of the database.
    let schema: Int
    /// The name of the config below `config/`.
    let config: String

    var bytes: [UInt8] {
        let day = (try? GregorianDate(utcSeconds: made, offset: 0))?.short ?? ""
        return Array(
            """
            \(Self.firstLine)
            made \(made) (\(day) \(ClockTime(utcSeconds: made, offset: 0).short) UTC)
            schema \(schema)
            config \(config)

            """.utf8)
    }

    init(made: Int, schema: Int, config: String) {
        self.made = made
        self.schema = schema
        self.config = config
    }

    /// Reads a label; nil for anything else.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.count == 4, lines[0] == Self.firstLine, lines[1].hasPrefix("made "), lines[2].hasPrefix("schema "),
            lines[3].hasPrefix("config "), let made = Int(lines[1].dropFirst(5).prefix { $0 != " " }),
            let schema = Int(lines[2].dropFirst(7))
        else { return nil }
        self.init(made: made, schema: schema, config: String(lines[3].dropFirst(7)))
        guard !config.contains("/"), !config.isEmpty else { return nil }
    }
}
