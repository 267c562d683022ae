import SQLite

/// The tables of `desk.sqlite`, as a list of steps from an empty file to today's.
public enum Schema {
    /// "Pish" in ASCII: tells our files from other SQLite files.
    public static let applicationID = 0x5069_7368

    /// Each step is one version; a step that has been released is never changed.
    ///
    /// SQLite reads the whole schema at every request, so it is kept short: what the hourly tidying looks for has no index,
    /// and words that only our own enums write have no CHECK.
    static let steps: [String] = [first, audit, authenticators, quarantine, photographs]

    /// The version of a database that this program reads.
    public static var version: Int { steps.count }

    /// Takes a database through the steps that it has not seen; within a transaction.
    static func carryOut(from found: Int, in database: Database) throws {
        for step in steps[found...] { try database.runScript(step) }
        try database.runScript("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
    }

    private static let first = """
        CREATE TABLE applicant (
            id INTEGER PRIMARY KEY,
            mobile TEXT NOT NULL UNIQUE,
            created INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE staff (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            password TEXT NOT NULL,
            mustChange INTEGER NOT NULL,
            disabled INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE staffUnit (
            staff INTEGER NOT NULL REFERENCES staff (id),
            unit TEXT NOT NULL,
            PRIMARY KEY (staff, unit)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE letter (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            applicant INTEGER NOT NULL REFERENCES applicant (id),
            submission BLOB NOT NULL UNIQUE,
            sender TEXT NOT NULL,
            senderKind TEXT NOT NULL,
            unit TEXT NOT NULL,
            unitTitle TEXT NOT NULL,
            subject TEXT NOT NULL,
            language TEXT NOT NULL,
            registered INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'underReview',
            decided INTEGER,
            letterNumber TEXT UNIQUE,
            trackingCode TEXT UNIQUE,
            reason TEXT,
            CHECK ((state = 'underReview') = (decided IS NULL)),
            CHECK ((state = 'accepted') = (letterNumber IS NOT NULL AND trackingCode IS NOT NULL)),
            CHECK ((state = 'rejected') = (reason IS NOT NULL))
        ) STRICT;
        CREATE INDEX letterByApplicant ON letter (applicant, id);
        CREATE INDEX letterByState ON letter (state, id);
        CREATE INDEX letterByUnit ON letter (unit, state, id);

        CREATE TABLE document (
            letter INTEGER NOT NULL REFERENCES letter (id),
            number INTEGER NOT NULL,
            role TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            hash BLOB NOT NULL,
            path TEXT NOT NULL UNIQUE,
            PRIMARY KEY (letter, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            letter INTEGER REFERENCES letter (id),
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            staff INTEGER REFERENCES staff (id),
            text TEXT NOT NULL DEFAULT '',
            document INTEGER
        ) STRICT;
        CREATE INDEX eventByLetter ON event (letter, id);

        CREATE TABLE letterCounter (
            year INTEGER PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE loginCode (
            id BLOB PRIMARY KEY,
            mobile TEXT NOT NULL,
            code BLOB NOT NULL,
            expires INTEGER NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0,
            used INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE session (
            id BLOB PRIMARY KEY,
            applicant INTEGER REFERENCES applicant (id),
            staff INTEGER REFERENCES staff (id),
            started INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            CHECK ((applicant IS NULL) <> (staff IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE tally (
            kind TEXT NOT NULL,
            subject BLOB NOT NULL,
            count INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            PRIMARY KEY (kind, subject)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            created INTEGER NOT NULL,
            due INTEGER NOT NULL,
            expires INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'waiting',
            kind TEXT NOT NULL,
            recipient TEXT NOT NULL,
            text TEXT NOT NULL,
            arguments BLOB NOT NULL,
            error TEXT
        ) STRICT;
        CREATE INDEX outboxDue ON outbox (due) WHERE state = 'waiting';
        """
}
