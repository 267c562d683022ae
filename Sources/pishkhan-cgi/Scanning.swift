import Desk
import Glibc
import Portal
import Scanner
import Store

/// The scanner, where the config names one, and what it says of uploads. Nothing else here connects to anything.
extension PortalSettings {
    /// The scanner that the config names.
    var clamd: Clamd? { scanner.isNamed ? Clamd(socketPath: scanner.socket) : nil }
}

/// Uploads after the scanner has seen them, or should have.
struct ScannedUploads {
    let decision: ScanDecision
    /// Which of the uploads are infected, each with the signature's name.
    let infected: [(upload: IncomingDocument, signature: String)]
}

extension Visit {
    /// Lets the scanner look at uploads, if the config names one. Malware is logged and stands in the audit.
    ///
    /// - Parameter member: who sent them, if not a citizen.
    mutating func scan(_ uploads: [IncomingDocument], by member: StaffMember? = nil) throws -> ScannedUploads {
        guard let clamd = settings.clamd else { return ScannedUploads(decision: .take, infected: []) }
        let results = try results(of: uploads, clamd)
        var infected: [(upload: IncomingDocument, signature: String)] = []
        for case (let upload, .malware(let signature)) in zip(uploads, results) {
            infected.append((upload, signature))
            record.note("malware refused: \(signature)")
            try store().recordMalware(signature, by: member, now: now)
        }
        return ScannedUploads(
            decision: ScanDecision(results, whenDown: settings.scanner.whenDown), infected: infected)
    }

    /// A scanner that does not answer is not asked again in this request; one that refuses a file may take the next.
    private func results(of uploads: [IncomingDocument], _ clamd: Clamd) throws -> [ScanResult] {
        let deadline = Deadline(seconds: settings.scanner.timeout)
        var isDown = false
        var results: [ScanResult] = []
        for upload in uploads {
            guard !isDown else {
                results.append(.unknown)
                continue
            }
            let file = try upload.openForReading()
            defer { close(file) }
            do throws(ScannerFault) {
                switch try clamd.scan(file, until: deadline) {
                case .clean: results.append(.clean)
                case .malware(let signature): results.append(.malware(signature: signature))
                }
            } catch {
                record.note("not scanned: \(error)")
                if case .refused = error {} else { isDown = true }
                results.append(.unknown)
            }
        }
        return results
    }
}
