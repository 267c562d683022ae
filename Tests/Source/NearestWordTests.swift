import Testing

@testable import Source

@Suite("The nearest word")
struct NearestWordTests {
    private static let words = ["build", "check", "serve", "id", "address", "backup", "server-config"]

    @Test(
        "is found within two mistakes or a third of the word",
        arguments: [
            ("biuld", "build"), ("CHECK", "check"), ("serv", "serve"), ("adress", "address"), ("di", "id"),
            ("servre-cofnig", "server-config"), ("bakcpu", "backup"),
        ])
    func finds(_ word: String, _ expected: String) {
        #expect(nearest(to: word, among: Self.words) == expected)
    }

    @Test("is nil for words that are too different", arguments: ["", "x", "to", "bxxxd", "restore"])
    func findsNone(_ word: String) {
        #expect(nearest(to: word, among: Self.words) == nil)
    }
}
