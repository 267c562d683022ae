/// What the scanner says of one document.
public enum ScanResult: Equatable, Sendable {
    /// Nothing known was found.
    case clean
    /// Malware, by its signature's name.
    case malware(signature: String)
    /// The scanner gave no verdict: it is down, slow, or answered something else. Never the same as clean.
    case unknown
}

/// What happens to a letter while the scanner gives no verdict; the config decides.
public enum WhenScannerIsDown: String, CaseIterable, Sendable {
    /// The letter is registered, and the staff do not see it before its documents are scanned.
    case quarantine
    /// Nothing is registered; the citizen is asked to send it again later.
    case refuse
}

/// What is done with documents that have been scanned.
public enum ScanDecision: Equatable, Sendable {
    /// All are clean.
    case take
    /// The letter waits in quarantine.
    case quarantine
    /// Nothing is kept for now.
    case refuseForNow
    /// Nothing is kept: malware was found.
    case refuse

    /// Malware refuses, whatever the others are; one document without a verdict keeps all of them waiting.
    public init(_ results: [ScanResult], whenDown: WhenScannerIsDown) {
        let isInfected = results.contains { if case .malware = $0 { true } else { false } }
        if isInfected {
            self = .refuse
        } else if results.contains(.unknown) {
            self = whenDown == .quarantine ? .quarantine : .refuseForNow
        } else {
            self = .take
        }
    }
}
