extension Schema {
    /// Seals on the lines of the audit, and for accepted letters the two numbers that their letter number is made of.
    ///
    /// Letters that were accepted before get them by the order of their events: numbers are given in that order, from 1
    /// in each year.
    static let audit = """
        ALTER TABLE event ADD COLUMN facts BLOB;
        ALTER TABLE event ADD COLUMN seal BLOB;
        CREATE INDEX eventByStaff ON event (staff) WHERE staff NOTNULL;

        ALTER TABLE letter ADD COLUMN year INTEGER;
        ALTER TABLE letter ADD COLUMN sequence INTEGER;
        UPDATE letter SET year = given.year, sequence = given.place - given.before
        FROM (
            SELECT accepted.letter, accepted.place, counter.year, counter.before FROM
                (SELECT letter, row_number() OVER (ORDER BY id) AS place FROM event WHERE kind = 'accepted') AS accepted
                JOIN (SELECT year, last, sum(last) OVER (ORDER BY year) - last AS before FROM letterCounter) AS counter
                ON accepted.place > counter.before AND accepted.place <= counter.before + counter.last
        ) AS given
        WHERE given.letter = letter.id AND letter.state = 'accepted';
        """
}
