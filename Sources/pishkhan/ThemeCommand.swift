import Configuration
import Starter

/// `pishkhan theme`.
let themeCommand = Command(
    name: "theme", summary: "writes the built-in theme for changing",
    usage: [
        "theme export [DIR] [--config FILE]"
    ],
    about: """
        Writes the theme that the program holds into a folder of its own: the templates (Mustache), the style sheet, the icon
        and the scripts. Without DIR it is the folder theme beside the config. It must not exist, or be empty; all is
        written, or nothing. Once theme in the config names the folder, the portal looks as its files say; other colours, a
        font, a logo and rounder corners need no theme of your own, only look in the config.
        """,
    options: [
        .config
    ]
) { arguments in
    guard arguments.words.first == "export", arguments.words.count <= 2 else {
        throw UsageFault.expected("'theme export' or 'theme export DIR'")
    }
    let config = arguments.config
    let beside = config.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }.joined()
    let folder = arguments.words.count == 2 ? arguments.words[1] : beside + "theme"
    guard !folder.isEmpty else { throw UsageFault.expected("a folder after 'theme export'") }
    try makeFolder(folder, holding: builtInTheme)
    Console.print(
        """
        \(folder): \(builtInTheme.count) files
        next: let theme in \(config) name this folder, as seen from that file
        """)
    return .done
}
