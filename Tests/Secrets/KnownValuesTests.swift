import CSodium
import Testing

@testable import Secrets

private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

@Test(
    "SHA-256 is that of sha256sum, in whatever pieces the bytes come",
    arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("hello", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
func sha256(text: String, expected: String) {
    for size in [1, 7, 100] {
        let hash = SHA256()
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            rest.prefix(size).withUnsafeBytes { hash.update($0) }
            rest = rest.dropFirst(size)
        }
        #expect(hex(hash.finish()) == expected, "\(size)")
    }
}

@Test(
    "The content hash is that of b2sum -l 256, in whatever pieces the bytes come",
    arguments: [
        ("", 1, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
        ("abc", 1, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "5f7a93da9c5621583f22e49e8e91a40cbba37536622235a380f434b9f68e49c4"
        ),
        ("a", 1_000_000, "0741850f36cba4259628355d1073e24ddb9ca0e1bfac36fd39ae5dc2101e23a4"),
    ])
func contentHashes(message: String, repetitions: Int, digest: String) {
    let bytes = Array(String(repeating: message, count: repetitions).utf8)
    #expect(hex(ContentHash.of(bytes)) == digest)
    let pieces = ContentHash()
    for start in stride(from: 0, to: bytes.count, by: 997) {
        bytes[start..<min(start + 997, bytes.count)].withUnsafeBytes { pieces.update($0) }
    }
    #expect(hex(pieces.finish()) == digest)
}

@Test(
    "Base64 of RFC 4648, with the address-safe alphabet and without padding",
    arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"), ("\u{7ff}\u{fff}", "37_gv78"),
    ])
func base64(text: String, encoded: String) {
    #expect(Base64URL.encode(Array(text.utf8)) == encoded)
    #expect(Base64URL.decode(encoded) == Array(text.utf8))
}

@Test(
    "What is no such text is refused",
    arguments: [
        "Zg==", "Zg=", "Zh", "Zm9", "Z", "Zm 9v", "Zm9v\n", "Zm+v", "Zm/v", "Zm9vی", "Zm9v\u{0}",
        String(repeating: "A", count: 260),
    ])
func notBase64(text: String) {
    #expect(Base64URL.decode(text) == nil)
}

@Test("A token has one text only: bits that it does not need must be zero")
func tokenTexts() throws {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let token = Token.random()
    let readable = alphabet.compactMap { Token(text: String(token.text.dropLast()) + String($0)) }
    #expect(readable.count == 16)
    #expect(Set(readable.map(\.text)).count == 16)
    #expect(readable.filter { $0 == token }.count == 1)
    for text in [
        " " + token.text, token.text + " ", token.text.lowercased() + "A", String(repeating: "A", count: 42),
        String(repeating: "A", count: 44),
    ] {
        #expect(Token(text: text) == nil, "\(text)")
    }
}

@Test("Tokens and passwords do not repeat")
func nothingRepeats() {
    #expect(Set((0..<1_000).map { _ in Token.random().text }).count == 1_000)
    #expect(Set((0..<1_000).map { _ in Password.generate() }).count == 1_000)
    #expect(SecretKey.randomBytes().count == 32)
    #expect(SecretKey.randomBytes() != SecretKey.randomBytes())
}

@Test("A key has 32 bytes", arguments: [(0, false), (31, false), (32, true), (33, false), (64, false)])
func keyLengths(count: Int, isKey: Bool) {
    #expect((SecretKey(bytes: [UInt8](repeating: 1, count: count)) != nil) == isKey)
}

@Test("Each purpose and every split of four bytes have their own hash")
func domains() throws {
    let key = try #require(SecretKey(bytes: [UInt8](repeating: 7, count: 32)))
    var seen: Set<[UInt8]> = []
    var count = 0
    for purpose in SecretKey.Purpose.allCases {
        let splits = [
            key.digest(purpose, [1, 2, 3, 4]), key.digest(purpose, [1], [2, 3, 4]),
            key.digest(purpose, [1, 2], [3, 4]), key.digest(purpose, [1, 2, 3], [4]),
            key.digest(purpose, [1, 2, 3, 4], []), key.digest(purpose, [], [1, 2, 3, 4]), key.digest(purpose),
        ]
        count += splits.count
        seen.formUnion(splits)
    }
    #expect(seen.count == count)
    #expect(seen.allSatisfy { $0.count == 32 })
}

@Test(
    "Comparing",
    arguments: [
        ([1, 2], [1, 2], true), ([1, 2], [1, 3], false), ([1, 2], [1], false), ([], [], true), ([], [0], false),
    ] as [([UInt8], [UInt8], Bool)])
func comparing(one: [UInt8], other: [UInt8], areEqual: Bool) {
    #expect(SecretKey.areEqual(one, other) == areEqual)
}
