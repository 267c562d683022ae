import Desk
import Foundation
import Portal
import TemporaryFolders
@testable import Store

/// A desk in a folder of its own, with a release that sends as `sms` says.
struct ExampleDesk {
    let home: Home
    let now = Int(Date().timeIntervalSince1970)

    init(sms: SMSGateway = .log) throws {
        home = Home(path: TemporaryFolder.make("example"))
        try FileManager.default.createDirectory(atPath: home.current, withIntermediateDirectories: true)
        try Store.prepare(home.data)
        try release(sms)
    }

    /// Serves another release from now on.
    func release(_ sms: SMSGateway) throws {
        var settings = PortalSettings()
        settings.sms = sms
        try release(settings)
    }

    /// Serves a release with these settings from now on.
    func release(_ settings: PortalSettings) throws {
        try? FileManager.default.removeItem(atPath: home.snapshot)
        try SnapshotWriter(creating: home.snapshot).write(
            settings: settings, texts: [:], shells: [:], fragments: [], units: [], sounds: [:])
    }

    func store() throws -> Store { try Store(opening: home.data) }

    /// Asks for a code, as the portal does; the code.
    @discardableResult
    func askForCode(_ number: String = "+989123456789", now: Int? = nil, lifetime: Int = 300) throws -> String {
        var sent = ""
        let now = now ?? self.now
        let mobile = MobileNumber(stored: number)
        _ = try store().makeCode(for: mobile, from: "192.0.2.1", assurance: .none, limits: Limits(), now: now) { code in
            sent = code
            return Message(
                kind: .code, to: mobile, text: "کد \(code)", arguments: ["code": code], expires: now + lifetime)
        }
        return sent
    }

    var log: String { (try? String(contentsOfFile: home.data.messageLog, encoding: .utf8)) ?? "" }

    /// The rows of the outbox: state, text, attempts, error.
    func outbox() throws -> [[String]] {
        try store().database.all("SELECT state, text, attempts, error, length(arguments) FROM outbox ORDER BY id") {
            row in
            [row.text(0), row.text(1), String(row.int(2)), row.optionalText(3) ?? "", String(row.int(4))]
        }
    }
}
