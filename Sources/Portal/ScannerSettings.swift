import Desk

/// The virus scanner that looks at each document before it is taken.
public struct ScannerSettings: Equatable, Sendable {
    /// The path of clamd's Unix socket; empty for no scanner. Nothing else names an address that the CGI connects to.
    public var socket = ""
    /// What happens to a letter while the scanner gives no verdict.
    public var whenDown = WhenScannerIsDown.quarantine
    /// Seconds for all documents of a request together.
    public var timeout = 20

    /// No scanner.
    public init() {}

    /// Whether there is a scanner.
    public var isNamed: Bool { !socket.isEmpty }
}
