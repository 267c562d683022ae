import CSodium
import Testing

@testable import Secrets

@Test("A token is read back from its text, and from nothing else")
func tokens() throws {
    for _ in 0..<100 {
        let token = Token.random()
        #expect(token.text.utf8.count == 43)
        #expect(Token(text: token.text) == token)
        #expect(Token(text: String(token.text.dropLast())) == nil)
        #expect(Token(text: token.text + "A") == nil)
        #expect(Token(text: token.text + "=") == nil)
    }
    #expect(Token(text: "") == nil)
    #expect(Token(text: String(repeating: "!", count: 43)) == nil)
}

@Test("The same message has another hash for every purpose, every key and every split into parts")
func digests() throws {
    let key = try #require(SecretKey(bytes: SecretKey.randomBytes()))
    let other = try #require(SecretKey(bytes: SecretKey.randomBytes()))
    #expect(key.digest(.session, [1, 2]) == key.digest(.session, [1, 2]))
    #expect(key.digest(.session, [1, 2]) != key.digest(.form, [1, 2]))
    #expect(key.digest(.session, [1, 2]) != other.digest(.session, [1, 2]))
    #expect(key.digest(.session, [1], [2]) != key.digest(.session, [1, 2]))
    #expect(key.digest(.session, [], [1, 2]) != key.digest(.session, [1, 2]))
    #expect(SecretKey(bytes: [1, 2, 3]) == nil)
}

@Test("A password matches its own hash only; the hash of nobody is a real one that nothing matches")
func passwords() throws {
    let hash = try #require(Password.hash("چهار واژهٔ بی‌ربط"))
    #expect(hash.hasPrefix("$argon2id$v=19$m=47104,t=2,p=1$"))
    #expect(Password.matches("چهار واژهٔ بی‌ربط", hash: hash))
    #expect(!Password.matches("چهار واژهٔ بی‌ربط ", hash: hash))
    #expect(!Password.matches(String(repeating: "x", count: 257), hash: hash))
    // 0: libsodium reads it, with these costs; so an unknown name costs as much time as a known one.
    #expect(crypto_pwhash_str_needs_rehash(Password.hashOfNobody, 2, 46 * 1024 * 1024) == 0)
    #expect(!Password.matches("", hash: Password.hashOfNobody))
}

@Test(
    "Passwords that would be guessed first are refused",
    arguments: [
        ("aaaaaaaaaaaa", true), ("abcabcabcabc", true), ("123456789012", true), ("qwertyuiop12", true),
        ("password1234", true),
        ("karim-karim-1", true), ("Karim@1234567", true), ("reviewer2026!", true), ("correct horse battery", false),
        ("سه واژهٔ بی‌ربط", false),
        (Password.generate(), false),
    ])
func commonPasswords(password: String, isCommon: Bool) {
    #expect(CommonPasswords.contain(password, name: "karim") == isCommon)
}

@Test("BLAKE2b-256 is that of other programs, however the bytes come")
func contentHash() {
    // printf abc | b2sum -l 256
    let abc: [UInt8] = [0xbd, 0xdd, 0x81, 0x3c, 0x63, 0x42, 0x39, 0x72]
    #expect(ContentHash.of(Array("abc".utf8)).prefix(8) == abc[...])
    let hash = ContentHash()
    for byte in "abc".utf8 { withUnsafeBytes(of: byte) { hash.update($0) } }
    #expect(hash.finish() == ContentHash.of(Array("abc".utf8)))
}

@Test("Digits are digits, all of them come up, and no number is shorter")
func digits() {
    let many = (0..<200).map { _ in Random.digits(6) }
    #expect(many.allSatisfy { $0.utf8.count == 6 })
    #expect(Set(many.joined()) == Set("0123456789"))
}

@Test("A sealed value opens with its own key, purpose and context only, and not when a bit of it has changed")
func sealing() throws {
    let key = try #require(SecretKey(bytes: SecretKey.randomBytes()))
    let other = try #require(SecretKey(bytes: SecretKey.randomBytes()))
    let message = Array("متن".utf8)
    let sealed = key.seal(message, for: .draft, context: [1, 2])
    #expect(key.open(sealed, for: .draft, context: [1, 2]) == message)
    #expect(key.open(key.seal([], for: .draft, context: []), for: .draft, context: []) == [])
    #expect(other.open(sealed, for: .draft, context: [1, 2]) == nil)
    #expect(key.open(sealed, for: .form, context: [1, 2]) == nil)
    #expect(key.open(sealed, for: .draft, context: [1, 3]) == nil)
    #expect(key.seal(message, for: .draft, context: [1, 2]) != sealed, "the nonce is the same")
    for bit in 0..<(sealed.count * 8) {
        var changed = sealed
        changed[bit / 8] ^= 1 << (bit % 8)
        #expect(key.open(changed, for: .draft, context: [1, 2]) == nil)
    }
    for length in 0..<sealed.count {
        #expect(key.open(Array(sealed.prefix(length)), for: .draft, context: [1, 2]) == nil)
    }
}

@Test("Every byte is two hexadecimal digits, which give it back")
func hexadecimal() {
    #expect(Hexadecimal.encode([0x00, 0x09, 0x0A, 0x1F, 0xA0, 0xFF]) == "00090a1fa0ff")
    #expect(Hexadecimal.encode([]) == "")
    let all = (UInt8.min...UInt8.max).map { $0 }
    #expect(Hexadecimal.decode(Hexadecimal.encode(all)) == all)
    #expect(Hexadecimal.decode("0") == nil && Hexadecimal.decode("0G") == nil)
}
