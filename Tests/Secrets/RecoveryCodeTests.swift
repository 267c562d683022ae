import Testing

@testable import Secrets

private func key(_ byte: UInt8 = 7) throws -> SecretKey {
    try #require(SecretKey(bytes: [UInt8](repeating: byte, count: 32)))
}

@Test("Ten codes of sixteen digits, each of which can be spent once")
func eachOnce() throws {
    let key = try key()
    var (codes, stored) = try #require(RecoveryCodes.make(key: key))
    #expect(codes.count == 10 && Set(codes).count == 10)
    #expect(codes.allSatisfy { $0.utf8.count == 16 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    for (used, code) in codes.shuffled().enumerated() {
        #expect(stored.left == 10 - used)
        let hash = try #require(stored.hash(of: code, key: key))
        let (first, second) = (stored.spend(hash), stored.spend(hash))
        #expect((first, second) == (true, false))
    }
    #expect(stored.left == 0)
}

@Test("What is stored holds no code, comes back from its bytes, and is worth nothing under another key")
func storedForm() throws {
    let (codes, stored) = try #require(RecoveryCodes.make(key: key()))
    #expect(stored.bytes.count == 16 + 10 * 16)
    let text = String(decoding: stored.bytes, as: UTF8.self)
    #expect(codes.allSatisfy { !text.contains($0) })
    var read = RecoveryCodes(bytes: stored.bytes)
    #expect(read == stored)
    let underAnotherKey = read.spend(try #require(read.hash(of: codes[0], key: key(8))))
    let underItsOwn = read.spend(try #require(read.hash(of: codes[0], key: key())))
    #expect((underAnotherKey, underItsOwn) == (false, true))
}

@Test("Two sets of the same desk have another salt, and no code of one opens the other")
func setsDiffer() throws {
    let (one, two) = (
        try #require(RecoveryCodes.make(key: key())), try #require(RecoveryCodes.make(key: key()))
    )
    #expect(one.stored.bytes.prefix(16) != two.stored.bytes.prefix(16))
    var other = two.stored
    let isSpent = other.spend(try #require(other.hash(of: one.codes[0], key: key())))
    #expect(!isSpent)
}

@Test("Where no codes are stored, or too few bytes, there is none to spend", arguments: [0, 1, 15, 16, 31])
func nobody(length: Int) throws {
    var stored = RecoveryCodes(bytes: [UInt8](repeating: 0, count: length))
    #expect(stored.left == 0)
    let isSpent = stored.spend(try #require(stored.hash(of: "0000000000000000", key: key())))
    #expect(!isSpent)
    #expect(stored.bytes.count == length)
}
