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
    func whole(_ path: String) -> String { settings.address + path.dropFirst() }

    /// Whether a path is the CGI program's.
    func isDynamic(_ path: String) -> Bool { path.hasPrefix(settings.cgiPath + "/") }

    /// Whether a path is a file for programs, which there is once for all languages.
    func isShared(_ path: String) -> Bool { path == "/units.json" }

    /// What becomes of the target of a link: one that begins with a slash leads to the page in the page's language, unless
    /// it is the CGI program's or a file for programs.
    func address(of target: String, on page: SitePage) -> String {
        guard target.hasPrefix("/"), !target.hasPrefix("//"), !isDynamic(target), !isShared(target) else {
            return target
        }
        return "/" + prefix(page.language) + target.dropFirst()
    }
}
