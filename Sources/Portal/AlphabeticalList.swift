import Persian

/// The units of a portal by letters, on as many pages as it takes to keep each small.
///
/// Pages are split where names begin to differ, never by counting: so an edit of one name touches the page that has it and
/// the one that gets it.
public struct AlphabeticalList: Sendable {
    /// How many units a page shows at most, unless their names are all the same.
    public static let most = 500

    /// One page.
    public struct Page: Sendable {
        /// Its place below the list's, such as `mi` or `mi-da`; empty for the first page.
        public let name: String
        /// How all names on it begin; empty on the first page.
        public let beginning: String
        /// The pages below it: how the names there begin, and the page's name.
        public let branches: [(beginning: String, name: String)]
        /// The units on it, by what stands above them.
        public let groups: [Group]
    }

    /// Units that begin with the same letter.
    public struct Group: Sendable {
        /// The letter, or what stands for names that begin with none.
        public let heading: String
        /// The letter in an address.
        public let anchor: String
        /// The units in the order of their names.
        public let entries: [Entry]
    }

    /// One unit.
    public struct Entry: Sendable {
        /// The unit.
        public let unit: PortalUnit
        /// The unit above it, where another one has the same name.
        public let above: PortalUnit?
    }

    /// The letters with which names begin, and where they are: a page's name, or an anchor on the only page.
    public let letters: [(heading: String, name: String)]
    /// Whether all units stand on the first page.
    public var isOnePage: Bool { pages.count == 1 }
    /// The pages, the first one first.
    public private(set) var pages: [Page] = []

    private let alphabet: Alphabet
    private let sorted: [(key: [UInt8], unit: PortalUnit)]
    private let tree: UnitTree
    private let language: Language

    /// The list of a language.
    public init(_ tree: UnitTree, _ language: Language, most: Int = Self.most) {
        self.tree = tree
        self.language = language
        let alphabet = Alphabet(beginsWithLatin: language == .english)
        self.alphabet = alphabet
        sorted = tree.listed.map { (alphabet.key($0.title[language]), $0) }.sorted {
            $0.key == $1.key ? $0.unit.id < $1.unit.id : $0.key.lexicographicallyPrecedes($1.key)
        }
        let all = sorted
        let groups = all.indices.split { alphabet.heading(all[$0].key.first) != alphabet.heading(all[$1].key.first) }
        letters = groups.map { range in
            let first = all[range.lowerBound].key.first
            return (alphabet.heading(first), alphabet.group(first))
        }
        guard sorted.count > most else {
            pages = [Page(name: "", beginning: "", branches: [], groups: groups.map(group))]
            return
        }
        let branches = letters.map { (beginning: $0.heading, name: $0.name) }
        pages = [Page(name: "", beginning: "", branches: branches, groups: [])]
        for (range, letter) in zip(groups, letters) { add(range, letter.heading, letter.name, most) }
    }

    /// Adds the pages of units that stand side by side in the order.
    private mutating func add(_ range: Range<Int>, _ beginning: String, _ name: String, _ most: Int) {
        let (first, last) = (sorted[range.lowerBound].key, sorted[range.upperBound - 1].key)
        guard range.count > most, first != last else {
            pages.append(Page(name: name, beginning: beginning, branches: [], groups: [group(range)]))
            return
        }
        // In an ordered list, what the first and the last have in common all have.
        let common = zip(first, last).prefix { $0 == $1 }.count
        let all = sorted
        let ended = all[range].prefix { $0.key.count == common }.count
        let rest = range.lowerBound + ended..<range.upperBound
        let parts = Array(rest).split { all[$0].key[common] != all[$1].key[common] }
        let branches = parts.map { part in
            let place = all[part.lowerBound].key[common]
            let title = all[part.lowerBound].unit.title[language]
            return (alphabet.beginning(of: title, places: common + 1), name + "-" + alphabet.name(place))
        }
        let own = ended == 0 ? [] : [group(range.lowerBound..<rest.lowerBound)]
        pages.append(Page(name: name, beginning: beginning, branches: branches, groups: own))
        for (part, branch) in zip(parts, branches) { add(part, branch.0, branch.1, most) }
    }

    private func group(_ range: Range<Int>) -> Group {
        let first = sorted[range.lowerBound].key.first
        let entries = range.map { index in
            let unit = sorted[index].unit
            let isAlone = [index - 1, index + 1].allSatisfy {
                !sorted.indices.contains($0) || sorted[$0].unit.title[language] != unit.title[language]
            }
            return Entry(unit: unit, above: isAlone ? nil : unit.parent.flatMap(tree.unit))
        }
        return Group(heading: alphabet.heading(first), anchor: alphabet.group(first), entries: entries)
    }
}

extension RandomAccessCollection<Int> {
    /// The ranges of numbers, which follow one another, between those at which `isCut` says that a new one begins.
    fileprivate func split(_ isCut: (_ last: Int, _ next: Int) -> Bool) -> [Range<Int>] {
        guard var start = first, let end = last else { return [] }
        var ranges: [Range<Int>] = []
        for next in self.dropFirst() where isCut(next - 1, next) {
            ranges.append(start..<next)
            start = next
        }
        return ranges + [start..<end + 1]
    }
}
