import Foundation
import Testing

@testable import Configuration

private let config = SmallSite.config.replacing(", theme: \"theme\"", "")

@Test("Without a theme in the config it is the built-in one, whatever lies beside it")
func builtIn() throws {
    let theme = try SmallSite(["portal.json5": config, "theme/page.mustache": "{{"]).read().theme
    #expect(Set(theme.templates.keys) == ["page", "head", "masthead", "footer"])
    #expect(theme.assets.map(\.name).contains("login.js"))
}

@Test("It is the theme of the checkout, and has no mistakes and warnings")
func sameAsInCheckout() throws {
    let site = try SmallSite(["portal.json5": config]).read()
    #expect(site.warnings.map(\.description) == [])
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../site/theme").standardized
    #expect(builtInTheme.map(\.path) == (try FileManager.default.contentsOfDirectory(atPath: folder.path)).sorted())
    for file in builtInTheme {
        #expect(Data(file.bytes) == (try Data(contentsOf: folder.appendingPathComponent(file.path))), "\(file.path)")
    }
}

@Test("A look holds for it too, and what is wrong with it is said of it")
func lookOfBuiltIn() throws {
    let site = try SmallSite([
        "portal.json5": config.replacing("languages:", "look: { light: { ink: \"#999\" } },\n  languages:")
    ])
    let warnings = try site.read().warnings
    #expect(warnings.contains { $0.message.hasPrefix("--ink on --ground has a contrast of 2.") })
    #expect(warnings.allSatisfy { $0.file == site.folder + "/portal.json5" })
}
