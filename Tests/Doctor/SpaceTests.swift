import Desk
import Doctor
import Glibc
import Portal
import Testing

@testable import Store

@Test("Room on the disk is measured by the largest letters: two must fit, and twenty should")
func space() throws {
    var system = statvfs()
    #expect(statvfs("/tmp", &system) == 0)
    let free = Int(system.f_bavail) * Int(system.f_frsize)
    for (largest, weights) in [(free, [Finding.Weight.wrong]), (free / 10, [.note]), (free / 100, [])] {
        let desk = try InstalledDesk { $0.limits.requestBytes = largest }
        let findings = examine(
            Examination(home: desk.home, config: "site/portal.json5", now: time(nil)),
            by: Check.ofInstallation.filter { $0.name == "space" })
        #expect(findings.map(\.weight) == weights, "\(largest) of \(free)")
    }
}
