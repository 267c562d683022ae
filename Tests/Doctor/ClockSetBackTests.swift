import Testing

@testable import Store

@Test("Letters and audit whose times go back, as a clock that was set back leaves them, are whole")
func timesGoBack() throws {
    let desk = try ExaminedDesk()
    let reviewer = try desk.member(.reviewer, "zahra")
    try desk.store.reject(3, by: reviewer, reason: "امضا ندارد", now: 5) { letter, _ in ExaminedDesk.message(letter) }
    try desk.store.keepAuditHead()
    #expect(desk.findings() == [])
}
