import Desk
import Foundation
import Testing

@testable import Store

private let network = "192.0.2.1"
/// A letter of a test desk has two documents.
private let letterBytes = 2 * TestDesk.pdf.utf8.count

/// Limits of a small portal; a request may have 100 bytes.
private func small(number: Int = 100_000, network: Int = 100_000, portal: Int = 100_000) -> Limits {
    var limits = Limits()
    limits.requestBytes = 100
    limits.applicantBytes = number
    limits.networkBytes = network
    limits.portalBytes = portal
    limits.freeBytes = 0
    return limits
}

extension TestDesk {
    fileprivate func refusal(
        _ bytes: Int, _ applicant: Applicant, _ limits: Limits, at network: String = network, now: Int = 1_000
    ) throws -> UploadRefusal? {
        try store.refusal(ofUpload: bytes, from: applicant, network: network, limits: limits, now: now)
    }
}

@Test("A number, a network and the portal may each send their limit, and not a byte more before their window ends")
func limitsOfUploads() throws {
    let desk = try TestDesk()
    let (one, two) = (try desk.applicant(), try desk.applicant("09120000002"))
    #expect(try desk.refusal(200, one, small(number: 200)) == nil)
    #expect(try desk.refusal(1, one, small(number: 200), now: 1_600) == .number(retryAfter: 3_000))
    #expect(try desk.refusal(1, one, small(number: 200), now: 4_600) == nil)

    let campus = "2001:db8:0:0::/64"
    #expect(try desk.refusal(199, one, small(network: 200), at: campus, now: 10_000) == nil)
    #expect(try desk.refusal(2, two, small(network: 200), at: campus, now: 10_000) == .network(retryAfter: 3_600))
    #expect(try desk.refusal(1, two, small(network: 200), at: campus, now: 10_000) == nil)
    #expect(
        try desk.refusal(1, two, small(network: 200), at: "2001:db8:0:1::/64", now: 10_000)
            == nil)

    let later = 100_000
    #expect(try desk.refusal(500, one, small(portal: 500), now: later) == nil)
    #expect(try desk.refusal(1, two, small(portal: 500), now: later + 86_399) == .portal(retryAfter: 1))
    #expect(try desk.refusal(1, two, small(portal: 500), now: later + 86_400) == nil)
}

@Test("An upload that is refused is not counted anywhere, and a whole request has room in any fresh window")
func refusedIsNotCounted() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    #expect(try desk.refusal(300, applicant, small(network: 200)) == .network(retryAfter: 3_600))
    #expect(try desk.refusal(200, applicant, small(network: 200)) == nil)
    #expect(try desk.refusal(100, applicant, small(portal: 1), now: 100_000) == nil)
}

@Test("Of twenty uploads at once, of which ten have room, ten are taken")
func parallelUploads() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let home = desk.home
    let taken = Counter()
    DispatchQueue.concurrentPerform(iterations: 20) { _ in
        do {
            if try TestDesk(home).refusal(100, applicant, small(number: 1_000)) == nil { taken.add() }
        } catch { Issue.record(error) }
    }
    #expect(taken.count == 10)
}

@Test("Of eight letters at once, of which each finds room for itself, only those are kept that fit together")
func parallelLetters() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    let home = desk.home
    let refused = Counter()
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do {
            try TestDesk(home).register(from: applicant, quota: 3 * letterBytes)
        } catch UploadRefusal.number {
            refused.add()
        } catch { Issue.record(error) }
    }
    #expect(refused.count == 5)
    #expect(try desk.count("letter") == 3)
    let folders = try FileManager.default.subpathsOfDirectory(atPath: home.data.documents)
    #expect(folders.count { $0.contains("/") } == 6, "files of a refused letter are left")
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.data.incoming) == [])
}

@Test("Documents count for 30 days, for the number that sent them")
func thirtyDays() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    try desk.register(from: applicant, now: 1_000)
    let limits = small(number: letterBytes + 14)
    #expect(try desk.refusal(14, desk.applicant("09120000002"), limits) == nil)
    #expect(try desk.refusal(15, applicant, limits, now: 2_000) == .number(retryAfter: 30 * 86_400 - 1_000))
    #expect(try desk.refusal(14, applicant, limits, now: 2_000) == nil)
    #expect(try desk.refusal(15, applicant, limits, now: 1_000 + 30 * 86_400) == nil)
}

@Test("An upload must leave the floor of free space, to the byte")
func floorOfFreeSpace() throws {
    let desk = try TestDesk()
    let applicant = try desk.applicant()
    var limits = small()
    // Others write on this disk, too: room is left for them.
    limits.freeBytes = try desk.store.freeBytes() + 4 << 30
    #expect(try desk.refusal(0, applicant, limits) == .storageLow)
    #expect(try desk.store.refusal(ofUpload: 0, limits: limits) == .storageLow)
    limits.freeBytes = 0
    #expect(try desk.store.refusal(ofUpload: try desk.store.freeBytes() + 4 << 30, limits: limits) == .storageLow)
    #expect(try desk.refusal(0, applicant, limits) == nil)
}

@Test("An upload that others leave no room for stops at its next MiB, and nothing of it stays")
func floorDuringAnUpload() throws {
    let desk = try TestDesk()
    let bytes = [UInt8](repeating: 0, count: 1_048_575)
    for (floor, isRefused) in [(0, false), (try desk.store.freeBytes() + 4 << 30, true)] {
        var upload = try desk.store.receive(field: "letter", fileName: "a.pdf", limit: 2_000_000, floor: floor)
        try bytes.withUnsafeBytes { try upload.write($0) }
        do {
            try [0].withUnsafeBytes { try upload.write(UnsafeRawBufferPointer(rebasing: $0.prefix(1))) }
            #expect(!isRefused)
        } catch let refusal as UploadRefusal {
            #expect(isRefused && refusal == .storageLow)
        }
        upload.discard()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home.data.incoming) == [])
}

private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var kept = 0
    var count: Int { lock.withLock { kept } }
    func add() { lock.withLock { kept += 1 } }
}
