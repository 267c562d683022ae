/// The order of names in a list: by letters, not by code points, so that پ stands after ب and not after ی.
public struct Alphabet: Sendable {
    /// The letters of Persian in their order. آ begins it, as dictionaries have it.
    public static let persianLetters = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"

    /// Names for addresses: Latin letters have theirs, Persian ones those of two letters.
    private static let persianNames = [
        "aa", "al", "be", "pe", "te", "se", "ji", "ch", "hh", "kh", "da", "dz", "re", "ze", "zh", "si", "sh", "sa",
        "za",
        "ta", "zz", "ey", "gh", "fe", "qa", "ka", "ga", "la", "mi", "nu", "va", "he", "ye",
    ]

    private static let (space, digits, persianCount, latinCount): (UInt8, UInt8, UInt8, UInt8) = (1, 2, 33, 26)
    /// What is neither a digit nor a letter of the two alphabets stands at the end.
    private static let other: UInt8 = 255

    private let persianStart: UInt8
    private let latinStart: UInt8
    /// The place of each scalar up to the end of the Arabic block; 0 for what does not count.
    private let places: [UInt8]

    /// - Parameter beginsWithLatin: whether Latin letters come before Persian ones.
    public init(beginsWithLatin: Bool) {
        let first = Self.digits + 10
        persianStart = beginsWithLatin ? first + Self.latinCount : first
        latinStart = beginsWithLatin ? first : first + Self.persianCount
        var letters: [Unicode.Scalar: UInt8] = [:]
        for (place, letter) in Self.persianLetters.unicodeScalars.enumerated() {
            letters[letter] = persianStart + UInt8(place)
        }
        let latinStart = latinStart
        places = (0..<0x700).map { value in
            guard let scalar = Unicode.Scalar(value) else { return 0 }
            if let place = letters[scalar] { return place }
            // What folds to a Persian letter stands with it.
            return Self.place(ofFolded: Self.firstFolded[value], scalar, letters, latinStart)
        }
    }

    /// What each scalar up to the end of the Arabic block begins with, folded; nil where nothing is left.
    private static let firstFolded = (0..<0x700).map { value in
        Unicode.Scalar(value).flatMap { folded(String($0)).unicodeScalars.first }
    }

    private static func place(
        ofFolded plain: Unicode.Scalar?, _ scalar: Unicode.Scalar, _ letters: [Unicode.Scalar: UInt8],
        _ latinStart: UInt8
    ) -> UInt8 {
        guard let plain else { return scalar.properties.isWhitespace ? space : 0 }
        switch plain {
        case "0"..."9": return digits + UInt8(plain.value - 0x30)
        case "a"..."z": return latinStart + UInt8(plain.value - 0x61)
        default:
            if let place = letters[plain] { return place }
            return plain.properties.isAlphabetic ? other : space
        }
    }

    /// The key by which a name is sorted: names whose keys are the same differ in marks alone.
    public func key(_ name: String) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(name.utf8.count)
        for scalar in name.unicodeScalars {
            let place = place(of: scalar)
            if place != 0, place != Self.space || key.last ?? place != place { key.append(place) }
        }
        if key.last == Self.space { key.removeLast() }
        return key
    }

    private func place(of scalar: Unicode.Scalar) -> UInt8 {
        if scalar.value < 0x700 { return places[Int(scalar.value)] }
        guard let plain = folded(String(scalar)).unicodeScalars.first else {
            return scalar.properties.isWhitespace ? Self.space : 0
        }
        if plain.value < 0x700 { return places[Int(plain.value)] }
        return plain.properties.isAlphabetic ? Self.other : Self.space
    }

    /// What stands above the names whose keys begin with a place: their letter, digits, or an ellipsis for all others.
    public func heading(_ place: UInt8?) -> String {
        switch place {
        case let place? where (persianStart..<persianStart + Self.persianCount).contains(place):
            String(Array(Self.persianLetters)[Int(place - persianStart)])
        case let place? where (latinStart..<latinStart + Self.latinCount).contains(place):
            String(UnicodeScalar(0x41 + place - latinStart))
        case let place? where (Self.digits..<Self.digits + 10).contains(place): "0–9"
        default: "…"
        }
    }

    /// What `heading` gives, in an address.
    public func group(_ place: UInt8?) -> String {
        switch heading(place) {
        case "0–9": "digits"
        case "…": "others"
        default: name(place ?? Self.other)
        }
    }

    /// A place of a key in an address: lower-case letters and digits.
    public func name(_ place: UInt8) -> String {
        switch place {
        case Self.space: "0space"
        case Self.digits..<Self.digits + 10: String(place - Self.digits)
        case persianStart..<persianStart + Self.persianCount: Self.persianNames[Int(place - persianStart)]
        case latinStart..<latinStart + Self.latinCount: String(UnicodeScalar(0x61 + place - latinStart))
        default: "other"
        }
    }

    /// The beginning of a name whose key has so many places, as it is written.
    public func beginning(of name: String, places count: Int) -> String {
        var end = name.unicodeScalars.startIndex
        while end < name.unicodeScalars.endIndex {
            let next = name.unicodeScalars.index(after: end)
            if key(String(name.unicodeScalars[..<next])).count > count { break }
            end = next
        }
        return String(name.unicodeScalars[..<end])
    }
}
