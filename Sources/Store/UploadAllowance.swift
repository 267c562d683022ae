import Desk
import SQLite

/// How much may be uploaded: by a number, from a network, to the portal, and onto the disk.
extension Store {
    /// Counts an upload before any of its bytes is kept, or says why it is not taken; what is refused is not counted.
    ///
    /// What came from a number in an hour is counted by its own, up to what it may send in 30 days: so one abuser, whose
    /// uploads all fail, does not use up the allowance of a network that many share.
    ///
    /// - Parameters:
    ///   - bytes: the length of the request's body.
    ///   - network: the address or the /64 of IPv6 that it comes from.
    public func refusal(
        ofUpload bytes: Int, from applicant: Applicant, network: String, limits: Limits, now: Int
    ) throws -> UploadRefusal? {
        if let refusal = try refusal(ofUpload: bytes, limits: limits) { return refusal }
        let quota = try uploadQuota(of: applicant, now: now)
        if let wait = quota.wait(for: bytes, limit: limits.applicantBytes, now: now) {
            return .number(retryAfter: wait)
        }
        do {
            try writeUnsynced {
                func wait(_ kind: TallyKind, _ subject: String, _ limit: Int, _ seconds: Int) throws -> Int? {
                    let limit = max(limit, limits.requestBytes)
                    return try tally(kind, subject, limit: limit, seconds: seconds, now: now, amount: bytes)
                }
                if let wait = try wait(.bytesPerNumber, applicant.mobile.e164, limits.applicantBytes, 3_600) {
                    throw UploadRefusal.number(retryAfter: wait)
                }
                if let wait = try wait(.bytesPerNetwork, network, limits.networkBytes, 3_600) {
                    throw UploadRefusal.network(retryAfter: wait)
                }
                if let wait = try wait(.bytesPerDay, "", limits.portalBytes, 86_400) {
                    throw UploadRefusal.portal(retryAfter: wait)
                }
            }
            return nil
        } catch let refusal as UploadRefusal {
            return refusal
        }
    }

    /// Whether the disk has no room for so many bytes above the floor; this is all that stops an upload of the staff.
    public func refusal(ofUpload bytes: Int, limits: Limits) throws(StoreFault) -> UploadRefusal? {
        try freeBytes() - bytes < limits.freeBytes ? .storageLow : nil
    }

    /// Bytes that can still be written in the data folder.
    public func freeBytes() throws(StoreFault) -> Int { try FileSystem.freeBytes(folder.path) }

    /// What an applicant has sent in the last 30 days.
    func uploadQuota(of applicant: Applicant, now: Int) throws -> UploadQuota {
        UploadQuota(
            sent: try database.all(
                """
                SELECT registered, sum(bytes) FROM letter JOIN document ON document.letter = letter.id
                WHERE applicant = \(applicant.id) AND registered > \(now - UploadQuota.window)
                    AND registered <= \(ClockTolerance.latest(now: now)) AND role <> 'reply'
                GROUP BY letter.id ORDER BY letter.id
                """
            ) { (at: $0.int(0), bytes: $0.int(1)) })
    }

    /// A transaction whose loss in a power cut harms nobody, and for which nobody waits for the disk.
    private func writeUnsynced(_ body: () throws -> Void) throws {
        // As scripts: these take effect where they are prepared, and a prepared statement may be kept for the next time.
        try database.runScript("PRAGMA synchronous = NORMAL")
        let outcome = Result { try database.write(body) }
        // Never silently: a letter that is committed next must be on the disk when its receipt is shown.
        try database.runScript("PRAGMA synchronous = FULL")
        try outcome.get()
    }
}
