/// Words with numbers: 0 for the first one, and so on. Told apart by their bytes, and kept in one piece of memory: a large
/// portal has a hundred thousand of them, most of which come up again and again.
struct WordTable {
    private var bytes: [UInt8] = []
    /// Where each word begins among the bytes, and at last where they end.
    private var starts = [0]
    /// The numbers of words at the places that their hashes give them, or the next free ones; at most half are taken.
    private var slots = [Int?](repeating: nil, count: 64)

    /// How many words there are.
    var count: Int { starts.count - 1 }

    /// The word with a number.
    func text(_ number: Int) -> String { String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self) }

    /// The number of a word, a new one where it has none.
    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        var place = place(of: word)
        while let number = slots[place] {
            if bytes[starts[number]..<starts[number + 1]].elementsEqual(word) { return number }
            place = (place + 1) % slots.count
        }
        slots[place] = count
        bytes += word
        starts.append(bytes.count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// By FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/); the words are those of whoever makes the portal.
    private func place(of word: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash >> 1) % slots.count
    }

    private mutating func grow() {
        slots = [Int?](repeating: nil, count: slots.count * 2)
        for number in 0..<count {
            var place = place(of: bytes[starts[number]..<starts[number + 1]])
            while slots[place] != nil { place = (place + 1) % slots.count }
            slots[place] = number
        }
    }
}
