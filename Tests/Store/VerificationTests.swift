import Desk
import SQLite
import Testing

@testable import Store

@Test("A letter's code leads to its numbers, days and state, in each state, and to no other letter's")
func attested() throws {
    let desk = try TestDesk()
    let (applicant, reviewer) = (try desk.applicant(), try desk.member(.reviewer, "one"))
    let letters = try (0..<3).map { number in try desk.register(from: applicant, now: 1_000 + number) }
    let codes = try letters.map { try #require(try desk.store.verificationCode(of: $0)) }
    #expect(Set(codes).count == 3)
    try desk.accept(letters[1], by: reviewer)
    try desk.store.reject(letters[2].id, by: reviewer, reason: "ناخوانا", now: 2_001) { letter, _ in
        desk.message(.rejected, letter.applicant.mobile)
    }
    let states: [LetterAttestation.State] = [
        .underReview, .accepted(letterNumber: "1405/1", at: 2_000), .rejected(at: 2_001),
    ]
    for (index, code) in codes.enumerated() {
        #expect(
            try desk.store.attestation(of: code)
                == LetterAttestation(id: letters[index].id, registered: 1_000 + index, state: states[index]))
        #expect(try desk.store.verificationCode(of: letters[index]) == code, "deciding changes no code")
    }
}

@Test("A code that differs in any bit leads nowhere, and neither does the smallest or the largest")
func neighbouringCodes() throws {
    let desk = try TestDesk()
    let code = try #require(try desk.store.verificationCode(of: desk.register(from: desk.applicant())))
    for bit in 0..<80 {
        var bytes = code.bytes
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(try desk.store.attestation(of: #require(VerificationCode(beginningOf: bytes))) == nil, "bit \(bit)")
    }
    for byte in [0, 255] as [UInt8] {
        let code = try #require(VerificationCode(beginningOf: [UInt8](repeating: byte, count: 10)))
        #expect(try desk.store.attestation(of: code) == nil)
    }
}

/// A desk with a letter, which nobody has open.
private func closedDesk() throws -> (Home, Letter, VerificationCode) {
    let desk = try TestDesk()
    let letter = try desk.register(from: desk.applicant())
    try desk.store.keepAuditHead()
    return (desk.home, letter, try #require(try desk.store.verificationCode(of: letter)))
}

@Test("Codes outlive a renewal of the desk's key, and letters of afterwards have their own")
func codesOutliveKey() throws {
    let (home, letter, code) = try closedDesk()
    _ = try Store.renewKey(home.data, now: 5_000)
    let desk = try TestDesk(home)
    #expect(try desk.store.attestation(of: code)?.id == letter.id)
    #expect(try desk.store.verificationCode(of: letter) == code)
    let next = try desk.register(from: desk.applicant())
    #expect(try desk.store.attestation(of: #require(try desk.store.verificationCode(of: next)))?.id == next.id)
}

@Test("A code is looked up in an index, however many letters there are")
func lookUp() throws {
    let desk = try TestDesk()
    let plan = try desk.store.database.all(
        "EXPLAIN QUERY PLAN SELECT id FROM letter WHERE submission BETWEEN x'00' AND x'01'"
    ) { $0.text(3) }
    #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH letter USING"), "\(plan)")
}
