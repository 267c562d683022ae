import Testing

@testable import Secrets

private let key = SecretKey(bytes: [UInt8](0..<32))

@Test("What is sealed opens with the same key, purpose and place, and is another text each time")
func roundTrip() throws {
    let key = try #require(key)
    for length in [0, 1, 20, 1_000] {
        let secret = Random.bytes(length)
        let sealed = key.seal(secret, .authenticator, place: "staff 3")
        #expect(sealed.count == length + 40)
        #expect(key.open(sealed, .authenticator, place: "staff 3") == secret)
        #expect(key.seal(secret, .authenticator, place: "staff 3") != sealed)
    }
}

@Test("It opens in no other place, for no other purpose, under no other key")
func elsewhere() throws {
    let key = try #require(key)
    let sealed = key.seal([1, 2, 3], .authenticator, place: "staff 3")
    #expect(key.open(sealed, .authenticator, place: "staff 4") == nil)
    #expect(key.open(sealed, .authenticator, place: "applicant 3") == nil)
    #expect(key.open(sealed, .recoveryCode, place: "staff 3") == nil)
    let other = try #require(SecretKey(bytes: [UInt8](1..<33)))
    #expect(other.open(sealed, .authenticator, place: "staff 3") == nil)
}

@Test("A changed bit anywhere, and a cut anywhere, is noticed")
func changed() throws {
    let key = try #require(key)
    let sealed = key.seal([1, 2, 3], .authenticator, place: "p")
    for place in sealed.indices {
        var copy = sealed
        copy[place] ^= 0x10
        #expect(key.open(copy, .authenticator, place: "p") == nil, "byte \(place)")
        #expect(key.open(Array(sealed.prefix(place)), .authenticator, place: "p") == nil, "cut at \(place)")
    }
    #expect(key.open(sealed + [0], .authenticator, place: "p") == nil)
}
