import Testing

@testable import Secrets

private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

@Test(
    "SHA-1 gives the digests of FIPS 180-4's examples, and of messages around a block's end",
    arguments: [
        ("", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        ("a", 1_000_000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ("a", 55, "c1c8bbdc22796e28c0e15163d20899b65621d65a"), ("a", 56, "c2db330f6083854c99d4b5bfb6e8f29f201be699"),
        ("a", 63, "03f09f5b158a7a8cdad920bddc29b81c18a551f5"), ("a", 64, "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
    ])
func sha1(message: String, repetitions: Int, digest: String) {
    #expect(hex(SHA1.digest(Array(String(repeating: message, count: repetitions).utf8))) == digest)
}

@Test(
    "HMAC-SHA-1 gives the results of RFC 2202",
    arguments: [
        ([UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8), "b617318655057264e28bc0b6fb378c8ef146be00"),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        ),
        (
            [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
            "125d7342b9ac11cd91a39af48aa17b4f63f175d3"
        ),
        (
            [UInt8](repeating: 0xaa, count: 80),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "aa4ae5e15272d00e95705637ce8a3b55ed402112"
        ),
    ])
func hmac(key: [UInt8], message: [UInt8], digest: String) {
    #expect(hex(SHA1.authenticate(message, key: key)) == digest)
}

private let rfcKey = TOTP(key: Array("12345678901234567890".utf8))

@Test("The codes of RFC 4226, appendix D")
func counterCodes() {
    let codes = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]
    #expect((0..<10).map { rfcKey.code(counter: $0) } == codes)
}

@Test(
    "The codes of RFC 6238, appendix B: six of their eight digits",
    arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
func timeCodes(time: Int, eightDigits: String) {
    #expect(rfcKey.code(counter: TOTP.counter(at: time)) == eightDigits.suffix(6))
}

@Test("A code is taken in its own step, one before and one after, and not two", arguments: -3...3)
func window(steps: Int) {
    let now = 1_790_000_010
    let counter = TOTP.counter(at: now) + steps
    let found = rfcKey.counter(of: rfcKey.code(counter: counter), at: now, after: 0)
    #expect(found == (abs(steps) <= 1 ? counter : nil))
}

@Test("The first second of a step belongs to it, the last one too")
func stepEdges() {
    #expect(TOTP.counter(at: 29) == 0 && TOTP.counter(at: 30) == 1 && TOTP.counter(at: 59) == 1)
}

@Test("A code that was used, or is older than one that was used, is not taken again")
func replay() {
    let now = 1_790_000_010
    let present = TOTP.counter(at: now)
    for counter in present - 1...present + 1 {
        let code = rfcKey.code(counter: counter)
        #expect(rfcKey.counter(of: code, at: now, after: counter - 1) == counter)
        #expect(rfcKey.counter(of: code, at: now, after: counter) == nil)
        #expect(rfcKey.counter(of: code, at: now, after: counter + 1) == nil)
    }
}

@Test("What is no code is wrong", arguments: ["", "0", "00000", "0000000", "۱۲۳۴۵۶", "abcdef", "28708 "])
func notACode(typed: String) {
    #expect(rfcKey.counter(of: typed, at: 59, after: -1) == nil)
}

@Test("Near the beginning of time nothing overflows")
func beginning() {
    #expect(rfcKey.counter(of: "755224", at: 0, after: -1) == 0)
    #expect(rfcKey.counter(of: "755224", at: 0, after: 0) == nil)
}

@Test(
    "Base32 of RFC 4648, without padding",
    arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"), ("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
    ])
func base32(text: String, encoded: String) {
    #expect(Base32.encode(Array(text.utf8)) == encoded)
}
