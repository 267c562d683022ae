import Testing

@testable import Generator

// printf abc | openssl dgst -sha384 -binary | base64
@Test("What a script is checked against is its SHA-384 in Base64")
func knownIntegrity() {
    #expect(
        integrity(of: Array("abc".utf8)) == "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
    )
    #expect(integrity(of: []).count == 7 + 64)
}
