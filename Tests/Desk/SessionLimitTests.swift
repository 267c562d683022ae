import Desk
import Testing

@Test(
    "A session of the staff ends after eight hours, however busy",
    arguments: [Role.reviewer, .clerk, .administrator])
func wholeStaffSession(role: Role) {
    let member = StaffMember(id: 1, name: "x1", role: role, units: [], mustChangePassword: false)
    let session = Session(holder: .staff(member), started: 0, seen: 28_790)
    #expect(session.isLive(at: 28_799, limits: Limits()))
    #expect(!session.isLive(at: 28_800, limits: Limits()))
}

@Test("The limits are those of the config, not the defaults")
func configuredLimits() {
    var limits = Limits()
    limits.sessionIdle = 60
    limits.sessionWhole = 100
    let holder = Session.Holder.applicant(Applicant(id: 1, mobile: MobileNumber(stored: "+989123456789")))
    #expect(Session(holder: holder, started: 0, seen: 0).isLive(at: 59, limits: limits))
    #expect(!Session(holder: holder, started: 0, seen: 0).isLive(at: 60, limits: limits))
    #expect(Session(holder: holder, started: 0, seen: 99).isLive(at: 99, limits: limits))
    #expect(!Session(holder: holder, started: 0, seen: 99).isLive(at: 100, limits: limits))
}
