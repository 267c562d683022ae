import BuiltIn
import Foundation
import Testing

@Suite("The files that a new portal starts from")
struct BuiltInFileTests {
    private let site = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "site")

    /// The paths of all files below `site/`, sorted by their bytes; an editor's hidden ones aside.
    private var paths: [String] {
        FileManager.default.enumerator(atPath: site.path)?.compactMap { $0 as? String }
            .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .filter { (try? Data(contentsOf: site.appending(path: $0))) != nil }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? []
    }

    @Test("The program holds each file of site/ and no other (Sources/CBuiltIn/built_in.c has the table)")
    func sameFiles() {
        #expect(BuiltInFile.all.map(\.path) == paths)
    }

    @Test("Each is the same to the byte", arguments: BuiltInFile.all.map(\.path))
    func sameBytes(path: String) throws {
        #expect(BuiltInFile.at(path)?.bytes == Array(try Data(contentsOf: site.appending(path: path))))
    }

    @Test("A file that can be run is told by its beginning")
    func programs() {
        let programs = paths.filter { FileManager.default.isExecutableFile(atPath: site.appending(path: $0).path) }
        #expect(BuiltInFile.all.filter(\.isProgram).map(\.path) == programs)
    }
}
