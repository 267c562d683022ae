import JSON5
import Portal

/// What the search of the recipient list reads: `["words", "units"]`, as small as it can be and still be taken apart by a
/// few lines of script.
///
/// Each word of a title, an alias or an id stands once in the first text, the frequent ones first, parted by spaces. The
/// second text is a run of units, each with `!` at its end, of up to four fields parted by spaces: the words of the title, of
/// the id (where hyphens part them), the place of the unit above and 1, and the words of the aliases. A number is written
/// with the 91 printable characters but for space, `!`, `"` and `\`: the first 64 of them end a number, the other 27 go on.
struct UnitIndex {
    private var numbers: [Word: Int] = [:]
    private var words: [(word: Word, count: Int)] = []

    /// The index of the units that a tree lists, in their order.
    static func bytes(of tree: UnitTree, in language: Language) -> [UInt8] {
        var index = UnitIndex()
        let listed = tree.listed
        let above = Dictionary(zip(listed.map(\.id), 1...)) { first, _ in first }
        let units = listed.map { unit in
            (
                title: index.take(unit.title[language], parted: 0x20),
                id: index.take(unit.id, parted: 0x2d, keepsEmpty: true),
                parent: unit.parent.flatMap { above[$0] },
                aliases: unit.aliases.flatMap { index.take($0, parted: 0x20) }
            )
        }
        let order = index.words.indices.sorted {
            (index.words[$1].count, $0) < (index.words[$0].count, $1)
        }
        var places = [Int](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = place }

        var text: [UInt8] = []
        for unit in units {
            for number in unit.title { append(places[number], to: &text) }
            text.append(0x20)
            for number in unit.id { append(places[number], to: &text) }
            if unit.parent != nil || !unit.aliases.isEmpty { text.append(0x20) }
            if let parent = unit.parent { append(parent, to: &text) }
            if !unit.aliases.isEmpty { text.append(0x20) }
            for number in unit.aliases { append(places[number], to: &text) }
            text.append(UInt8(ascii: "!"))
        }
        let words = order.map { String(decoding: index.words[$0].word.bytes, as: UTF8.self) }.joined(separator: " ")
        return Array("[\(jsonString(words)),\"".utf8) + text + Array("\"]\n".utf8)
    }

    /// The numbers of the words of a text, by the order in which they come up first.
    private mutating func take(_ text: String, parted separator: UInt8, keepsEmpty: Bool = false) -> [Int] {
        text.utf8.split(separator: separator, omittingEmptySubsequences: !keepsEmpty).map { part in
            let word = Word(bytes: Array(part))
            if let number = numbers[word] {
                words[number].count += 1
                return number
            }
            numbers[word] = words.count
            words.append((word, 1))
            return words.count - 1
        }
    }

    private static func append(_ number: Int, to text: inout [UInt8]) {
        var before: [UInt8] = []
        var rest = number / 64
        while rest > 0 {
            rest -= 1
            before.append(character(64 + rest % 27))
            rest /= 27
        }
        text += before.reversed()
        text.append(character(number % 64))
    }

    private static func character(_ digit: Int) -> UInt8 {
        let value = UInt8(0x23 + digit)
        return value < 0x5c ? value : value + 1
    }
}

/// A word by its bytes, which are compared much faster than characters.
private struct Word: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
