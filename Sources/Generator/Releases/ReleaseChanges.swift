import Configuration
import Folders
import Portal
import Store

/// What a build would change of the release that is served.
public struct ReleaseChanges: Equatable, Sendable {
    /// Paths below the release that are new.
    public var added: [String] = []
    /// Those that would say something else.
    public var changed: [String] = []
    /// Those that would be gone.
    public var removed: [String] = []
    /// How many would stay as they are.
    public var unchanged = 0

    /// Compares content with the release that is served in a home; writes nothing. Where none is served all is new.
    public init(of content: ReleaseContent, home: String) throws {
        let served = ServedRelease(home: home)
        let files = content.files(beside: served)
        let current = Home(path: home).current
        var left = Set(ReleaseFolder.files(below: current, in: "public"))
        for file in files {
            let path = "public/" + file.path
            guard left.remove(path) != nil else {
                added.append(path)
                continue
            }
            let isSame = try file.isServed || WholeFile.bytes(of: current + "/" + path) == file.make()
            if isSame { unchanged += 1 } else { changed.append(path) }
        }
        // Compressed forms go with their file; assets stay for the pages that are open in somebody's browser.
        removed = left.filter { path in
            !path.hasPrefix("public/assets/") && !ReleaseFile.compressedEndings.contains { path.hasSuffix($0) }
        }.sorted()
        compareSnapshot(content, Home(path: home).snapshot)
    }

    /// The part that the CGI program reads: settings, texts, shells, units, recordings and the pages that it shows too.
    private mutating func compareSnapshot(_ content: ReleaseContent, _ snapshot: String) {
        guard let served = try? PortalSnapshot(opening: snapshot) else { return added.append("private") }
        let site = content.site
        var parts: [(name: String, isSame: Bool)] = [
            ("settings", served.settings == site.settings), ("units", (try? served.units()) == site.units),
            ("refused passwords", (try? served.refusedPasswords()) == site.refusedPasswords.bytes),
        ]
        for language in site.settings.languages {
            let code = language.rawValue
            parts.append(("texts in \(code)", (try? served.texts(language)) == content.frame.texts(language)))
            parts.append(("page shell in \(code)", (try? served.shell(language)) == content.frame.shells[language]))
            let sounds = site.sounds[language]?.bytes ?? []
            parts.append(("sounds in \(code)", (try? served.sounds(language)) == sounds))
        }
        let areSame = content.redirects.files.allSatisfy { file in
            (try? file.make()) == WholeFile.bytes(of: "\(snapshot)/\(file.path)")
        }
        parts.append(("redirects", areSame))
        for fragment in content.fragments {
            let isSame = (try? served.fragment(fragment.name, fragment.language)) == fragment.markup
            parts.append(("\(fragment.name) in \(fragment.language.rawValue)", isSame))
        }
        for part in parts {
            if part.isSame { unchanged += 1 } else { changed.append("private: \(part.name)") }
        }
    }
}
