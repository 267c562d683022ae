import Desk
import Glibc
import Notices
import Portal
import Scanner
import Store

/// Lets the scanner look at the letters that came while it gave no verdict: the clean ones go to the reviewers, the others
/// are rejected. A letter without a verdict goes on waiting.
struct QuarantineRound {
    let store: Store
    let portal: PortalSnapshot
    let settings: PortalSettings
    /// Where the scanner is asked; a descriptor that becomes readable ends the round.
    let clamd: Clamd
    /// UTC seconds.
    let clock: () -> Int
    let report: (String) -> Void

    /// Goes through all letters once, and ends early where the scanner is down.
    func run() throws(ScannerFault) -> Summary {
        var summary = Summary()
        var last = 0
        while let letter = next(after: last) {
            last = letter.id
            do {
                try settle(letter, &summary)
            } catch let fault as ScannerFault {
                guard case .refused = fault else { throw fault }
                report("letter \(letter.id) stays in quarantine: \(fault)")
            } catch {
                report("letter \(letter.id) stays in quarantine: \(error)")
            }
        }
        return summary
    }

    private func next(after last: Int) -> Letter? {
        do {
            return try store.quarantinedLetters(after: last, limit: 1).first
        } catch {
            report("the quarantine cannot be read: \(error)")
            return nil
        }
    }

    private func settle(_ letter: Letter, _ summary: inout Summary) throws {
        var infected: [(document: LetterDocument, signature: String)] = []
        for document in try store.documents(of: letter) {
            let file = try store.open(document)
            defer { close(file) }
            if case .malware(let signature) = try clamd.scan(file, until: Deadline(seconds: Self.patience)) {
                infected.append((document, signature))
            }
        }
        if infected.isEmpty {
            try store.releaseFromQuarantine(letter, now: clock())
            summary.released += 1
        } else {
            report("letter \(letter.id) rejected: \(infected.map(\.signature).joined(separator: ", "))")
            let notices = Notices(portal: portal, settings: settings)
            let reason = try notices.malwareReason(letter, documents: infected.map(\.document))
            try store.rejectFromQuarantine(letter, infected: infected, reason: reason, now: clock()) {
                try notices.rejected($0, $1)
            }
            summary.infected += 1
        }
    }

    /// Seconds for one document: nobody waits for this answer.
    private static let patience = 120
}
