import Dispatch
import Portal
import Processors

/// The recipient list in each language: by letters, and as the search reads it.
///
/// Where the served release has the same, it is made only if somebody asks for it.
struct UnitLists: Sendable {
    /// The list in one language.
    struct List: Sendable {
        /// The list by letters.
        let letters: OnDemand<AlphabeticalList>
        /// What the search reads.
        let index: OnDemand<[UInt8]>
        /// What the served release has of it; nil where it has another one.
        let served: ServedList?

        /// The places of the pages by letters.
        var places: [String] { served?.places ?? letters.value.pages.map(\.place) }

        /// The page at a place; one without units where there is none.
        func page(at place: String) -> AlphabeticalList.Page {
            letters.value.pages.first { $0.place == place }
                ?? AlphabeticalList.Page(name: "", beginning: "", branches: [], groups: [])
        }
    }

    private let lists: [Language: List]
    /// The folder of the release of which the lists know what it has.
    private let release: String?

    init(_ tree: UnitTree, in languages: [Language], beside served: ServedRelease?) {
        let lists = languages.map { language in
            List(
                letters: OnDemand { AlphabeticalList(tree, language) },
                index: OnDemand { UnitIndex.bytes(of: tree, in: language) },
                served: served?.list(of: tree, in: language, of: languages))
        }
        let toMake = lists.filter { $0.served == nil }
        DispatchQueue.concurrentPerform(iterations: toMake.count * 2) { number in
            let list = toMake[number / 2]
            if number % 2 == 0 { _ = list.letters.value } else { _ = list.index.value }
        }
        self.lists = Dictionary(uniqueKeysWithValues: zip(languages, lists))
        release = served?.folder
    }

    /// Whether it is this release of which the lists know what it has.
    func isBeside(_ served: ServedRelease?) -> Bool { release == served?.folder }

    /// The list in a language; nil where there are no pages.
    subscript(language: Language) -> List? { lists[language] }
}

extension AlphabeticalList.Page {
    /// The place of the page.
    fileprivate var place: String { "a-z/" + (name.isEmpty ? "" : name + "/") }
}
