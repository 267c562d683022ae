import Backup
import Foundation
import SQLite
import Testing

@testable import Store

/// The fault of restoring, and that nothing was left behind.
private func refusal(_ path: String, _ desk: KeptDesk) -> BackupFault? {
    let home = desk.newHome("never")
    do {
        _ = try restore(path, to: home, now: 1)
        return nil
    } catch let fault as BackupFault {
        #expect(!FileManager.default.fileExists(atPath: home.path), "\(fault)")
        return fault
    } catch {
        Issue.record(error)
        return nil
    }
}

@Test("A backup with one flipped bit, anywhere, is refused, and nothing is made")
func flippedBit() throws {
    let desk = try KeptDesk()
    let path = try desk.backup()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SystemRandomNumberGenerator()
    for round in 0..<400 {
        var damaged = whole
        // The first kilobytes are headers mostly, the rest is bytes of files mostly.
        let place = Int.random(in: 0..<(round % 2 == 0 ? 4_096 : whole.count), using: &random)
        damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        try damaged.write(to: URL(fileURLWithPath: desk.folder + "/damaged"))
        try #require(refusal(desk.folder + "/damaged", desk) != nil, "a bit of byte \(place)")
    }
    try whole.write(to: URL(fileURLWithPath: desk.folder + "/damaged"))
    _ = try restore(desk.folder + "/damaged", to: desk.newHome("whole"), now: 1)
}

@Test("A backup that was cut off, anywhere before its end, is refused")
func cutOff() throws {
    let desk = try KeptDesk(letters: 1)
    let path = try desk.backup()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let end = try #require(whole.lastIndex { $0 != 0 }) + 1
    let lengths = [0, 1, 511, 512, 513, 1_024, end - 1, end] + (0..<150).map { _ in Int.random(in: 0..<end) }
    for length in lengths {
        try whole.prefix(length).write(to: URL(fileURLWithPath: desk.folder + "/cut"))
        #expect(refusal(desk.folder + "/cut", desk) != nil, "\(length) bytes")
    }
}

@Test("A file with something after its end is refused")
func appended() throws {
    let desk = try KeptDesk(letters: 1)
    let whole = try Data(contentsOf: URL(fileURLWithPath: desk.backup()))
    try (whole + Data([1])).write(to: URL(fileURLWithPath: desk.folder + "/longer"))
    #expect(refusal(desk.folder + "/longer", desk) != nil)
}
