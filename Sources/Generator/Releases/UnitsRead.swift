import Configuration
import JSON5

/// The text of the units file from which the served release was made, with the places at which its units begin: the next
/// build reads again only what an edit has changed.
///
/// Kept are how many units there are, and the place of each, in four bytes, the lowest first; and then the text.
struct UnitsRead {
    private let remembered: Remembered
    private static let numberBytes = 4

    init(home: String) { remembered = Remembered("units-read", in: home) }

    /// The list from which a release was made; nil where that is not known.
    func list(of release: Int) -> ReadList? {
        guard let content = remembered.content(of: release),
            let count = Self.numbers(content.prefix(Self.numberBytes)).first
        else { return nil }
        let rest = content.dropFirst(Self.numberBytes)
        let starts = Self.numbers(rest.prefix(count * Self.numberBytes))
        return starts.count == count ? ReadList(rest.dropFirst(count * Self.numberBytes), starts: starts) : nil
    }

    /// Remembers the list from which a release is made; nil where it is made from something else.
    func set(_ list: ReadList?, of release: Int) {
        guard let list else { return remembered.forget() }
        var numbers: [UInt8] = []
        numbers.reserveCapacity((list.starts.count + 1) * Self.numberBytes)
        for number in [list.starts.count] + list.starts {
            for place in 0..<Self.numberBytes { numbers.append(UInt8(truncatingIfNeeded: number >> (place * 8))) }
        }
        remembered.set([numbers[...], list.text], of: release)
    }

    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        stride(from: bytes.startIndex, to: bytes.endIndex - numberBytes + 1, by: numberBytes).map { start in
            (0..<numberBytes).reduce(0) { $0 | Int(bytes[start + $1]) << ($1 * 8) }
        }
    }
}
