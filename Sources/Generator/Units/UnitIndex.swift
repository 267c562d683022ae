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
    /// The numbers of the words of one field, among those of all fields.
    private typealias Field = Range<Int>

    private var words = WordTable()
    /// How often each word comes up.
    private var counts: [Int] = []
    /// The numbers of the words of all fields.
    private var taken: [Int] = []

    /// The index of the units that a tree lists, in their order.
    static func bytes(of tree: UnitTree, in language: Language) -> [UInt8] {
        var index = UnitIndex()
        let listed = tree.listed
        let above = Dictionary(zip(listed.map(\.id), 1...)) { first, _ in first }
        let units = listed.map { unit in
            (
                title: index.take([unit.title[language]], parted: 0x20),
                id: index.take([unit.id], parted: 0x2d, keepsEmpty: true),
                parent: unit.parent.flatMap { above[$0] },
                aliases: index.take(unit.aliases, parted: 0x20)
            )
        }
        let order = index.counts.indices.sorted { (index.counts[$1], $0) < (index.counts[$0], $1) }
        var places = [Int](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = place }

        var text: [UInt8] = []
        for unit in units {
            for number in index.taken[unit.title] { append(places[number], to: &text) }
            text.append(0x20)
            for number in index.taken[unit.id] { append(places[number], to: &text) }
            if unit.parent != nil || !unit.aliases.isEmpty { text.append(0x20) }
            if let parent = unit.parent { append(parent, to: &text) }
            if !unit.aliases.isEmpty { text.append(0x20) }
            for number in index.taken[unit.aliases] { append(places[number], to: &text) }
            text.append(UInt8(ascii: "!"))
        }
        let words = order.map { index.words.text($0) }.joined(separator: " ")
        return Array("[\(jsonString(words)),\"".utf8) + text + Array("\"]\n".utf8)
    }

    /// The words of some texts, numbered by the order in which they come up first.
    private mutating func take(_ texts: [String], parted separator: UInt8, keepsEmpty: Bool = false) -> Field {
        let start = taken.count
        for var text in texts {
            text.withUTF8 { bytes in
                var rest = bytes[...]
                while true {
                    let word = rest.prefix { $0 != separator }
                    if keepsEmpty || !word.isEmpty { take(UnsafeBufferPointer(rebasing: word)) }
                    guard word.endIndex < rest.endIndex else { break }
                    rest = rest[(word.endIndex + 1)...]
                }
            }
        }
        return start..<taken.count
    }

    private mutating func take(_ word: UnsafeBufferPointer<UInt8>) {
        let number = words.number(of: word)
        if number == counts.count { counts.append(0) }
        counts[number] += 1
        taken.append(number)
    }

    private static func append(_ number: Int, to text: inout [UInt8]) {
        appendBeginning(number / 64, to: &text)
        text.append(character(number % 64))
    }

    private static func appendBeginning(_ rest: Int, to text: inout [UInt8]) {
        guard rest > 0 else { return }
        appendBeginning((rest - 1) / 27, to: &text)
        text.append(character(64 + (rest - 1) % 27))
    }

    private static func character(_ digit: Int) -> UInt8 {
        let value = UInt8(0x23 + digit)
        return value < 0x5c ? value : value + 1
    }
}
