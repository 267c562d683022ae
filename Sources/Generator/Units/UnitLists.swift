import Configuration
import Dispatch
import Portal
import Synchronization

/// The recipient list in each language: by letters, and as the search reads it.
struct UnitLists: Sendable {
    /// The list by letters.
    let letters: [Language: AlphabeticalList]
    /// What the search reads.
    let indexes: [Language: [UInt8]]

    init(_ site: Site) {
        let tree = UnitTree(site.units)
        let languages = site.settings.languages
        let made = Mutex((letters: [Language: AlphabeticalList](), indexes: [Language: [UInt8]]()))
        DispatchQueue.concurrentPerform(iterations: languages.count * 2) { number in
            let language = languages[number / 2]
            if number % 2 == 0 {
                let list = AlphabeticalList(tree, language)
                made.withLock { $0.letters[language] = list }
            } else {
                let index = UnitIndex.bytes(of: tree, in: language)
                made.withLock { $0.indexes[language] = index }
            }
        }
        (letters, indexes) = made.withLock { ($0.letters, $0.indexes) }
    }
}
