import Configuration
import Portal

extension Site {
    /// What stands before the paths of a language: nothing for the main one.
    func prefix(_ language: Language) -> String {
        language == settings.languages.first ? "" : language.rawValue + "/"
    }

    /// The path of a page of text in a browser.
    func place(of page: SitePage) -> String {
        "/" + prefix(page.language) + (page.name == "home" ? "" : page.name + "/")
    }

    /// A path with the portal's address before it.
    func whole(_ path: String) -> String { settings.origin + path }

    /// Whether a path is the CGI program's.
    func isDynamic(_ path: String) -> Bool { PortalPaths(settings: settings, language: .persian).isDynamic(path) }

    /// What becomes of the target of a link in a text: one that begins with a slash leads to the page in the text's
    /// language, unless it is the CGI program's or a file for programs.
    func address(of target: String, in language: Language) -> String {
        PortalPaths(settings: settings, language: language).anywhere(target)
    }
}
