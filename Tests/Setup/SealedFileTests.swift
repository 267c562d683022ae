import Testing

@testable import Setup

@Suite("A file that setup has written")
struct SealedFileTests {
    @Test("It is known again to the byte", arguments: ["", "server {\n}\n", "بی‌نام\n", "no line end"])
    func known(text: String) {
        #expect(SealedFile.isSealed(SealedFile.sealed(text)))
    }

    @Test("Each changed, added or missing byte makes it somebody's own")
    func changed() {
        let sealed = SealedFile.sealed("server {\n}\n")
        for index in sealed.indices {
            var other = sealed
            other[index] ^= 1
            #expect(!SealedFile.isSealed(other), "byte \(index)")
            #expect(!SealedFile.isSealed(Array(sealed[..<index])), "the first \(index) bytes")
        }
        #expect(!SealedFile.isSealed(sealed + [0x0a]))
        #expect(!SealedFile.isSealed(Array("# mine\n".utf8) + sealed))
    }
}
