import Foundation
import Portal
import SecurityCode
import TemporaryFolders
import Testing

@testable import Configuration

/// A site with as little in it as a site may have: each file can be replaced, or left out with nil.
struct SmallSite {
    let folder = TemporaryFolder.make("small")

    static let config = """
        {
          name: { fa: "پیشخوان" },
          organisation: { fa: "شهرداری" },
          address: "https://desk.example.org/",
          languages: ["fa"], theme: "theme",
        }
        """
    static let units = """
        [
          { id: "top", title: { fa: "بالا" } },
          { id: "law", title: { fa: "حقوقی" }, parent: "top" },
        ]
        """
    static let page = "---\ntitle: عنوان\n---\nمتن\n"
    static let template = "<title>{{title}}</title>\n{{{main}}}\n"

    /// Four samples of silence, and four of what stands for a voice.
    static let sound = String(decoding: WAVFile(samples: Array("vvvv~~~~".utf8)).bytes, as: UTF8.self)

    /// What makes it a site in two languages; only its units are said in one.
    static var inTwoLanguages: [String: String?] {
        let config = config.replacing("[\"fa\"]", "[\"fa\", \"en\"]")
            .replacing("{ fa: \"پیشخوان\" }", "{ fa: \"پیشخوان\", en: \"Desk\" }")
            .replacing("{ fa: \"شهرداری\" }", "{ fa: \"شهرداری\", en: \"Town\" }")
        var files: [String: String?] = ["portal.json5": config, "texts/en.json5": texts]
        for name in SitePage.required { files["pages/en/\(name).md"] = page }
        for digit in 0...9 { files["sounds/en/\(digit).wav"] = sound }
        return files
    }

    static var texts: String {
        let lines = Text.allCases.map { key in
            "  \(key.name): \"\(key.name)\(key.placeholders.sorted().map { " {\($0)}" }.joined())\","
        }
        return "{\n" + lines.joined(separator: "\n") + "\n}\n"
    }

    init(_ changed: [String: String?] = [:]) throws {
        var files = [
            "portal.json5": Self.config, "units.json5": Self.units, "texts/fa.json5": Self.texts,
            "theme/page.mustache": Self.template,
        ]
        for name in ["icon.svg", "style.css", "page.js", "login.js"] { files["theme/" + name] = "" }
        for name in SitePage.required { files["pages/fa/\(name).md"] = Self.page }
        for digit in 0...9 { files["sounds/fa/\(digit).wav"] = Self.sound }
        for (name, text) in changed { files[name] = text }
        for (name, text) in files {
            let path = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: path)
        }
    }

    func read() throws -> Site { try readSite(config: folder + "/portal.json5") }

    /// The mistakes, a line each, with paths seen from the site.
    var complaints: [String] {
        do {
            _ = try read()
            return []
        } catch {
            return "\(error)".split(separator: "\n").map { $0.replacingOccurrences(of: folder + "/", with: "") }
        }
    }
}
