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

        /// A page.
        public init(name: String, beginning: String, branches: [(beginning: String, name: String)], groups: [Group]) {
            self.name = name
            self.beginning = beginning
            self.branches = branches
            self.groups = groups
        }
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

    /// One unit: of what it is only what the list shows, as many pages hold it in memory.
    public struct Entry: Sendable {
        /// The unit's id.
        public let id: String
        /// Its title.
        public let title: String
        /// False while it receives no new letters.
        public let isOpen: Bool
        /// The title of the unit above it, where another one has the same title; else empty.
        public let above: String
    }

    /// The letters with which names begin, and where they are: a page's name, or an anchor on the only page.
    public let letters: [(heading: String, name: String)]
    /// All pages, the first one first.
    public let pages: [Page]
    /// Whether all units stand on the first page.
    public var isOnePage: Bool { pages.count == 1 }

    /// The list of a language.
    public init(_ tree: UnitTree, _ language: Language, most: Int = Self.most) {
        let names = SortedNames(tree, language)
        let groups = names.letters
        letters = groups.map(names.letter)
        guard names.count > most else {
            pages = [Page(name: "", beginning: "", branches: [], groups: groups.map(names.group))]
            return
        }
        let branches = letters.map { (beginning: $0.heading, name: $0.name) }
        pages =
            [Page(name: "", beginning: "", branches: branches, groups: [])]
            + zip(groups, letters).flatMap { names.pages($0, $1.heading, $1.name, most) }
    }
}

/// The names of all units in their order.
private struct SortedNames {
    private let alphabet: Alphabet
    private let sorted: [(key: [UInt8], entry: AlphabeticalList.Entry)]

    init(_ tree: UnitTree, _ language: Language) {
        let alphabet = Alphabet(beginsWithLatin: language == .english)
        self.alphabet = alphabet
        let listed = tree.listed
        let keys = listed.map { alphabet.key($0.title[language]) }
        // Most names differ in their first eight letters, which compare as one number.
        let order = zip(keys.map(Self.beginning), keys.indices).sorted { one, other in
            if one.0 != other.0 { return one.0 < other.0 }
            let (key, otherKey) = (keys[one.1], keys[other.1])
            return key == otherKey
                ? listed[one.1].id < listed[other.1].id : key.lexicographicallyPrecedes(otherKey)
        }.map(\.1)
        var sorted: [(key: [UInt8], entry: AlphabeticalList.Entry)] = []
        sorted.reserveCapacity(order.count)
        for range in order.indices.split({ keys[order[$0]] != keys[order[$1]] }) {
            // Names that are the same have the same key.
            let titles =
                range.count == 1
                ? [:] : Dictionary(order[range].map { (listed[$0].title[language], 1) }, uniquingKeysWith: +)
            for place in order[range] {
                let unit = listed[place]
                let title = unit.title[language]
                let above = titles[title, default: 1] == 1 ? nil : unit.parent.flatMap { tree[$0] }
                sorted.append(
                    (
                        keys[place],
                        AlphabeticalList.Entry(
                            id: unit.id, title: title, isOpen: unit.isOpen, above: above?.title[language] ?? "")
                    ))
            }
        }
        self.sorted = sorted
    }

    /// The first eight places of a key; no place is 0, so a shorter key comes first.
    private static func beginning(of key: [UInt8]) -> UInt64 {
        (0..<8).reduce(0) { $0 << 8 | UInt64($1 < key.count ? key[$1] : 0) }
    }

    var count: Int { sorted.count }

    /// The ranges of the names that begin with the same letter.
    var letters: [Range<Int>] {
        sorted.indices.split {
            let (one, other) = (sorted[$0].key.first, sorted[$1].key.first)
            return one != other && alphabet.heading(one) != alphabet.heading(other)
        }
    }

    func letter(_ range: Range<Int>) -> (heading: String, name: String) {
        let first = sorted[range.lowerBound].key.first
        return (alphabet.heading(first), alphabet.group(first))
    }

    func group(_ range: Range<Int>) -> AlphabeticalList.Group {
        let letter = letter(range)
        return AlphabeticalList.Group(
            heading: letter.heading, anchor: letter.name, entries: sorted[range].map(\.entry))
    }

    /// The pages of units that stand side by side in the order.
    func pages(_ range: Range<Int>, _ beginning: String, _ name: String, _ most: Int) -> [AlphabeticalList.Page] {
        let (first, last) = (sorted[range.lowerBound].key, sorted[range.upperBound - 1].key)
        guard range.count > most, first != last else {
            return [AlphabeticalList.Page(name: name, beginning: beginning, branches: [], groups: [group(range)])]
        }
        // In an ordered list, what the first and the last have in common all have.
        let common = zip(first, last).prefix { $0 == $1 }.count
        let ended = sorted[range].prefix { $0.key.count == common }.count
        let rest = range.lowerBound + ended..<range.upperBound
        let parts = rest.split { sorted[$0].key[common] != sorted[$1].key[common] }
        let branches = parts.map { part in
            let (key, entry) = sorted[part.lowerBound]
            return (
                beginning: alphabet.beginning(of: entry.title, places: common + 1),
                name: name + "-" + alphabet.name(key[common])
            )
        }
        let own = ended == 0 ? [] : [group(range.lowerBound..<rest.lowerBound)]
        return [AlphabeticalList.Page(name: name, beginning: beginning, branches: branches, groups: own)]
            + zip(parts, branches).flatMap { pages($0, $1.beginning, $1.name, most) }
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
