import CGI
import Desk
import Portal
import Scanner
import Store

/// `GET /health`: 200 only if the snapshot, the database and the document folder work, and letters can be registered.
///
/// A scanner that is down is told in the answer's second line where letters wait in quarantine meanwhile.
func checkHealth(_ visit: inout Visit) throws -> Response {
    try visit.store().checkHealth()
    let free = try visit.store().freeBytes()
    let floor = visit.limits.freeBytes
    guard free >= floor else { throw HealthFault.storageLow(free: free, floor: floor) }
    var text = "ok\n"
    if let clamd = visit.settings.clamd {
        do throws(ScannerFault) {
            // Who asks for health asks often: a scanner that hangs must not keep it waiting.
            try clamd.ping(until: Deadline(seconds: min(2, visit.settings.scanner.timeout)))
        } catch {
            guard visit.settings.scanner.whenDown == .quarantine else { throw error }
            visit.record.note("\(error)")
            text += "scanner down, letters wait in quarantine\n"
        }
    }
    var response = Response(.ok, contentType: "text/plain; charset=utf-8", body: .bytes(Array(text.utf8)))
    response.setPageHeaders()
    return response
}

/// Why letters cannot be registered, though everything works.
enum HealthFault: Error, CustomStringConvertible {
    /// Less than limits.freeBytes is free.
    case storageLow(free: Int, floor: Int)

    var description: String {
        switch self {
        case .storageLow(let free, let floor):
            "\(free) bytes are free, below limits.freeBytes, \(floor): no letter is taken; make room on the disk"
        }
    }
}
