import Secrets
import Testing

@Test(
    "The work counts by the zero bits of SHA-256, as sha256sum finds them: puzzle:2127 has twelve, puzzle:0 none",
    arguments: [
        ("2127", 12, true), ("2127", 13, false), ("0", 0, true), ("0", 1, false), ("02127", 12, false),
    ] as [(String, Int, Bool)])
func knownWork(solution: String, bits: Int, isSolved: Bool) {
    #expect(ProofOfWork.isSolved("puzzle", by: solution, bits: bits) == isSolved)
}

@Test("A solution is 1 to 16 ASCII digits", arguments: ["", "-1", "1 ", "0x1", "۱", "12345678901234567"])
func noSolution(text: String) {
    #expect(!ProofOfWork.isSolved("puzzle", by: text, bits: 0))
    #expect(ProofOfWork.isSolved("puzzle", by: "1234567890123456", bits: 0))
}
