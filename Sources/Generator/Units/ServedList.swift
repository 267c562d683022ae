import Portal

/// What a release has of the recipient list in one language.
struct ServedList: Sendable {
    /// The places of its pages by letters, in the order of the release.
    let places: [String]
    /// The path of what the search reads, below the document root.
    let index: String
}

extension ServedRelease {
    /// What it has of the recipient list in a language; nil where it has another list, or pages in other languages.
    func list(of other: UnitTree, in language: Language, of languages: [Language]) -> ServedList? {
        guard languages == self.languages, tree.isSame(as: other, in: language) else { return nil }
        let prefix = language == languages.first ? "" : language.rawValue + "/"
        let (pages, index) = (prefix + "a-z/", "assets/" + Assets.indexName(language).dropLast("json".count))
        guard let files = FileList(of: folder)?.paths(beginningWith: [pages, index]) else { return nil }
        let indexes = files.filter { $0.hasPrefix(index) && $0.hasSuffix(".json") }
        guard indexes.count == 1 else { return nil }
        let places = files.filter { $0.hasPrefix(pages) && $0.hasSuffix("/index.html") }
            .map { String($0.dropFirst(prefix.count).dropLast("index.html".count)) }
        return ServedList(places: places, index: indexes[0])
    }
}

extension UnitTree {
    /// Comparing more units than this, field by field, takes longer than making the list.
    private static let mostCompared = 500

    /// Whether pages in a language show all units as those of another tree, as far as that is quickly seen.
    fileprivate func isSame(as other: UnitTree, in language: Language) -> Bool {
        guard all.count == other.all.count else { return false }
        let edited = zip(all, other.all).filter { !$0.isIdentical(to: $1) }
        return edited.count <= Self.mostCompared
            && edited.allSatisfy { $0.shown(in: language) == $1.shown(in: language) }
    }
}

extension PortalUnit {
    /// The unit without what only pages in other languages show, and without what the build says of it: no list shows that.
    fileprivate func shown(in language: Language) -> UnitFields {
        var fields = fields
        for other in Language.allCases where other != language {
            fields.title[other] = ""
            fields.guidance[other] = ""
            fields.requiredAttachments[other] = []
            fields.address[other] = ""
            fields.hours[other] = ""
        }
        fields.published = UnitFields.Published()
        return fields
    }
}
