import BuiltIn
import Foundation
import Testing

@Suite("The files inside the program")
struct BuiltInTests {
    struct Folder: CustomTestStringConvertible {
        let name: String
        let builtIn: BuiltIn

        var testDescription: String { name }
        var url: URL {
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: name)
        }

        /// What the name of a file ends with that belongs to the table.
        var ending = ""

        /// The paths of all its files, sorted by their bytes; an editor's hidden ones aside.
        var paths: [String] {
            FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
                .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
                .filter { $0.hasSuffix(ending) }
                .filter { (try? Data(contentsOf: url.appending(path: $0))) != nil }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? []
        }
    }

    static let folders = [
        Folder(name: "site", builtIn: .site), Folder(name: "Sources/CBuiltIn/starter", builtIn: .starter),
        Folder(name: "Sources/CBuiltIn/preview", builtIn: .preview),
        Folder(name: "cgi-bin", builtIn: .servers, ending: ".mustache"),
        Folder(name: "cgi-bin/systemd", builtIn: .units),
    ]

    @Test("The table in built_in.c has each file of a folder and no other", arguments: folders)
    func sameFiles(folder: Folder) {
        #expect(!folder.paths.isEmpty)
        #expect(folder.builtIn.files.map(\.path) == folder.paths)
    }

    @Test("Each file is the same to the byte", arguments: folders)
    func sameBytes(folder: Folder) throws {
        for path in folder.paths {
            let bytes = Array(try Data(contentsOf: folder.url.appending(path: path)))
            #expect(folder.builtIn[path]?.bytes == bytes, "\(path)")
        }
    }

    @Test("A file that can be run is told by its beginning", arguments: folders)
    func programs(folder: Folder) {
        let programs = folder.paths.filter {
            FileManager.default.isExecutableFile(atPath: folder.url.appending(path: $0).path)
        }
        #expect(folder.builtIn.files.filter(\.isProgram).map(\.path) == programs)
    }
}
