import Portal
import Source

/// A path that is no longer used, and where it leads.
public struct SiteRedirect: Sendable {
    /// The old path, as a browser shows it.
    public let from: String
    /// A path of the portal, or a whole address.
    public let to: String
    /// Where the old path stands in the config.
    public let place: FilePlace
    /// Where the new one does.
    public let targetPlace: FilePlace
}

extension TextRule {
    /// Where a redirect leads.
    static let redirectTarget = TextRule(
        expected: "a path of the portal that begins with a slash, or an address with https://",
        pattern: "^(/|https?://)[^\\s\"'\\\\$<>{}|^`\\[\\]]*$", example: "/guide/"
    ) { text in
        (text.hasPrefix("/") && !text.hasPrefix("//") || text.hasPrefix("https://") || text.hasPrefix("http://"))
            && isPlain(text, signs: "-._~!&()*+,;=:@/?#%")
    }

    /// Whether a text is made of letters, digits and these signs: what every web server takes in its configuration as it
    /// stands, and browsers send as it is or, what is not ASCII, escaped.
    fileprivate static func isPlain(_ text: String, signs: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": true
            case "\u{0}"..."\u{7F}": signs.unicodeScalars.contains(scalar)
            default: isVisible(scalar) || scalar == "\u{200C}"
            }
        }
    }
}

extension PortalConfig {
    /// Notes what is wrong with the old paths.
    static func checkRedirects(_ object: ObjectPlace, _ config: PortalConfig) {
        guard !object.wrong.contains("redirects") else { return }
        let old = Set(config.redirects.map(\.name))
        for (from, to) in config.redirects {
            func note(atKey: Bool, _ wrong: String, expected: String) {
                let (path, document) = (object.place.path + ["redirects", .key(from)], object.place.document)
                object.place.noted.problems.append(
                    atKey
                        ? document.problem(atKey: path, wrong, expected: expected)
                        : document.problem(at: path, wrong, expected: expected))
            }
            let isPath = from.hasPrefix("/") && !from.hasPrefix("//") && from.count > 1
            if !isPath || !TextRule.isPlain(from, signs: "-._~!&()*+,;=:@/") {
                note(
                    atKey: true, "\(quoted(from)) is no path that can lead on",
                    expected: "a path that begins with a slash, as browsers show it, without ?, # and %")
            }
            if old.contains(to.split(separator: "#").first.map(String.init) ?? "") {
                note(atKey: false, "\(quoted(to)) leads on itself", expected: "where that one leads")
            }
        }
    }

    /// The redirects of a config that has no mistakes in them.
    func redirects(in document: Document) -> [SiteRedirect] {
        guard !wrong.contains("redirects") else { return [] }
        return redirects.map { from, to in
            let member = document.node(at: ["redirects"] as [PathStep])?.member(from)
            func place(_ offset: Int?) -> FilePlace {
                FilePlace(file: document.file, source: document.source, offset: offset ?? 0)
            }
            return SiteRedirect(
                from: from, to: to, place: place(member?.keyOffset), targetPlace: place(member?.node.offset))
        }
    }

    /// Whom to tell of a hole, with the place of its day; nil where the config says nothing or something wrong.
    func securityContact(in document: Document) -> SecurityContact? {
        guard !wrong.contains("security"), var contact = security else { return nil }
        let node = document.node(at: ["security", "expires"] as [PathStep])
        contact.place = FilePlace(file: document.file, source: document.source, offset: node?.offset ?? 0)
        return contact
    }
}
