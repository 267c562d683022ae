import Desk
import Glibc
import Portal
import SQLite

/// A message that waits in the outbox.
public struct OutboxEntry: Equatable, Sendable {
    /// The database's number, by which a provider can know a message that it gets twice.
    public let id: Int
    /// The message.
    public let message: Message
    /// How often sending has failed.
    public let attempts: Int

    /// A message with its number; 0 where it is in no outbox.
    public init(id: Int, message: Message, attempts: Int = 0) {
        self.id = id
        self.message = message
        self.attempts = attempts
    }
}

extension Store {
    /// Puts a message into the outbox; only within the transaction of what it tells.
    ///
    /// - Parameter expires: in place of the message's own moment.
    func enqueue(_ message: Message, expires: Int? = nil, now: Int) throws {
        let arguments = StringTable(message.arguments.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
        try database.run(
            """
            INSERT INTO outbox (created, due, expires, kind, recipient, text, arguments)
            VALUES (\(now), \(now), \(expires ?? message.expires), \(message.kind.rawValue), \(message.to.e164), \(message.text),
                \(arguments.bytes))
            """)
    }

    /// Tells a waiting worker that there is something to send. A worker that misses it looks again by itself.
    func wakeWorker() {
        _ = utimensat(AT_FDCWD, folder.wake, nil, 0)
    }

    /// The messages that are due, oldest first. Those that are no longer worth sending are marked so, lose their words at
    /// once, due or not, and are left out.
    ///
    /// No try is a day away: a message that is due later was written by a clock that was ahead, and is due.
    public func dueMessages(limit: Int, now: Int) throws -> [OutboxEntry] {
        try database.write {
            try database.run(
                """
                UPDATE outbox SET state = 'expired', text = '', arguments = x''
                WHERE state = 'waiting' AND expires <= \(now)
                """)
        }
        return try database.all(
            """
            SELECT id, kind, recipient, text, arguments, expires, attempts FROM outbox
            WHERE state = 'waiting' AND (due <= \(now) OR due > \(ClockTolerance.latest(now: now, ahead: 86_400)))
            ORDER BY due, id LIMIT \(limit)
            """
        ) { row in
            Message.Kind(rawValue: row.text(1)).map { kind in
                let table = StringTable(bytes: row.bytes(4))
                let pairs = stride(from: 0, to: table.count - 1, by: 2).map { (table[$0], table[$0 + 1]) }
                let message = Message(
                    kind: kind, to: MobileNumber(stored: row.text(2)), text: row.text(3),
                    arguments: Dictionary(pairs) { first, _ in first }, expires: row.optionalInt(5))
                return OutboxEntry(id: row.int(0), message: message, attempts: row.int(6))
            }
        }
    }

    /// When the next message is due, in UTC seconds; nil where none waits.
    public func nextDue() throws -> Int? {
        try database.first("SELECT due FROM outbox WHERE state = 'waiting' ORDER BY due LIMIT 1") { $0.int(0) }
    }

    /// A try to send a message is about to be made: it is counted, and the next one set, before anything leaves.
    ///
    /// So a worker that ends in the middle, or cannot write afterwards, does not send the same message without end.
    ///
    /// - Parameter retryAt: when to try again if nothing more is heard of this try; nil where it is the last.
    public func beginTry(_ entry: OutboxEntry, retryAt: Int?) throws {
        let error = "the worker ended during a try"
        try database.write {
            if let retryAt {
                try database.run(
                    "UPDATE outbox SET attempts = attempts + 1, due = \(retryAt), error = \(error) WHERE id = \(entry.id)"
                )
            } else {
                try database.run(
                    """
                    UPDATE outbox SET attempts = attempts + 1, state = 'failed', text = '', arguments = x'', error = \(error)
                    WHERE id = \(entry.id)
                    """)
            }
        }
    }

    /// A message has left: its words are no longer kept.
    public func markSent(_ entry: OutboxEntry) throws {
        try database.write {
            try database.run(
                "UPDATE outbox SET state = 'sent', text = '', arguments = x'', error = NULL WHERE id = \(entry.id)")
        }
    }

    /// The try that was begun last has failed.
    ///
    /// - Parameters:
    ///   - error: why, without the message's words.
    ///   - retryAt: when to try again; nil where that is pointless.
    public func markFailed(_ entry: OutboxEntry, error: String, retryAt: Int?) throws {
        try database.write {
            if let retryAt {
                try database.run("UPDATE outbox SET due = \(retryAt), error = \(error) WHERE id = \(entry.id)")
            } else {
                try database.run(
                    """
                    UPDATE outbox SET state = 'failed', text = '', arguments = x'', error = \(error) WHERE id = \(entry.id)
                    """)
            }
        }
    }
}
