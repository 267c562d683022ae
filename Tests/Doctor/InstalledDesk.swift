import Desk
import Doctor
import Foundation
import Portal
import Testing

@testable import Store

/// A desk with a release, to be broken and examined.
struct InstalledDesk {
    let desk: ExaminedDesk
    var home: Home { desk.home }
    /// The settings of its release.
    var snapshot: String { home.path + "/releases/1/private/settings" }

    init(refusedPasswords: [UInt8] = [], _ change: (inout PortalSettings) -> Void = { _ in }) throws {
        desk = try ExaminedDesk()
        chmod(desk.home.path, 0o755)
        let release = desk.home.path + "/releases/1"
        try FileManager.default.createDirectory(atPath: release + "/public", withIntermediateDirectories: true)
        try Data("<!DOCTYPE html>".utf8).write(to: URL(fileURLWithPath: release + "/public/index.html"))
        symlink("releases/1", desk.home.current)
        var settings = PortalSettings()
        settings.address = "http://127.0.0.1/"
        change(&settings)
        try SnapshotWriter(creating: release + "/private").write(
            settings: settings, texts: [:], shells: [:], fragments: [], units: [], sounds: [:],
            refusedPasswords: refusedPasswords)
        // What was put into the outbox long ago has been sent.
        try desk.write("UPDATE outbox SET state = 'sent'")
    }

    /// What `doctor` finds; without a user it is the owner of the data that counts.
    func findings(config: String = "site/portal.json5", user: String? = "root", now: Int = time(nil)) -> [Finding] {
        examine(
            Examination(home: home, config: config, user: user.flatMap(SystemUser.init(name:)), now: now),
            // How full this machine's disk is says nothing about the desk.
            by: Check.ofInstallation.filter { $0.name != "space" })
    }

    func expect(_ check: String, _ words: String..., findings: [Finding]) {
        #expect(
            findings.contains { finding in
                finding.weight == .wrong && finding.check == check && words.allSatisfy(finding.line.contains)
            }, "\(findings.map(\.line))")
    }
}
