import Store

/// A way on which messages leave.
protocol Gateway {
    /// Sends one message; returns when it has been taken.
    func send(_ entry: OutboxEntry) throws(SendFault)
}

/// Why a message was not taken. No words of the message, no code and no whole number stand in it.
public enum SendFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Worth another try.
    case temporary(String)
    /// Another try would end the same way.
    case permanent(String)

    /// The reason.
    public var description: String {
        switch self {
        case .temporary(let reason), .permanent(let reason): reason
        }
    }
}
