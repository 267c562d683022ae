import Testing

@testable import Desk

private let eicar = ScanResult.malware(signature: "Eicar")

@Test(
    "Only when each document is clean is a letter taken at once; malware in one refuses it, whatever the others are",
    arguments: [
        ([], ScanDecision.take, ScanDecision.take),
        ([.clean], .take, .take),
        ([.clean, .clean], .take, .take),
        ([.unknown], .quarantine, .refuseForNow),
        ([.clean, .unknown, .clean], .quarantine, .refuseForNow),
        ([eicar], .refuse, .refuse),
        ([.unknown, eicar], .refuse, .refuse),
        ([eicar, .clean], .refuse, .refuse),
    ] as [([ScanResult], ScanDecision, ScanDecision)])
func scanDecision(results: [ScanResult], quarantine: ScanDecision, refuse: ScanDecision) {
    #expect(ScanDecision(results, whenDown: .quarantine) == quarantine)
    #expect(ScanDecision(results, whenDown: .refuse) == refuse)
}

private let day = 86_400

@Test(
    "An upload that the last 30 days leave room for fits; another waits until enough of the old ones no longer count",
    arguments: [
        ([], 100, nil), ([], 101, 30 * day),
        ([(0, 60)], 40, nil), ([(0, 60)], 41, 20 * day),
        ([(0, 60), (day, 30)], 10, nil), ([(0, 60), (day, 30)], 11, 20 * day), ([(0, 60), (day, 30)], 71, 21 * day),
        ([(-20 * day, 100)], 100, nil), ([(-20 * day + 1, 100)], 1, 1),
    ] as [([(Int, Int)], Int, Int?)])
func uploadQuota(sent: [(Int, Int)], bytes: Int, wait: Int?) {
    let quota = UploadQuota(sent: sent.map { (at: $0.0, bytes: $0.1) })
    #expect(quota.wait(for: bytes, limit: 100, now: 10 * day) == wait)
}
