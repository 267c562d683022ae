/// Passwords that long enough as they are would be guessed first.
public enum CommonPasswords {
    /// Whether a password is made of one common piece again and again, of a row of keys, of the account's name or of words
    /// that everybody here knows.
    ///
    /// - Parameter words: the portal's own, such as the organisation's name; those of less than four letters are passed over.
    public static func contain(_ password: String, name: String, words: [String] = []) -> Bool {
        // «۱۲۳۴» is as common as "1234".
        let folded = password.lowercased().map { $0.wholeNumberValue.map(String.init) ?? String($0) }.joined()
        let characters = Array(folded)
        if Set(characters).count < 5 { return true }
        for length in 1...max(1, characters.count / 2) {
            let piece = characters.prefix(length)
            if characters.indices.allSatisfy({ characters[$0] == piece[$0 % length] }) { return true }
        }
        let words = words.map { $0.lowercased() }.filter { $0.count >= 4 }.sorted { $0.count > $1.count }
        let rest = (words + pieces).reduce(folded.filter { $0.isLetter || $0.isNumber }) { remove($1, from: $0) }
        return remove(name.lowercased(), from: rest).count < 4
    }

    private static let pieces = [
        "1234567890", "123456789", "12345678", "1234567", "123456", "12345", "1234", "qwertyuiop", "qwerty",
        "asdfghjkl",
        "asdfgh", "zxcvbnm", "password", "passw0rd", "letmein", "welcome", "admin", "administrator", "iloveyou",
        "pishkhan",
        "reviewer", "clerk", "iran", "tehran", "salam", "13", "14", "20",
        "ضصثقفغعهخحجچ", "ضصثقفغ", "شسیبلاتنمکگ", "شسیبلا", "ظطزرذدئو",
    ]

    private static func remove(_ piece: String, from text: String) -> String {
        guard !piece.isEmpty else { return text }
        var kept = ""
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix(piece) { rest = rest.dropFirst(piece.count) } else { kept.append(rest.removeFirst()) }
        }
        return kept
    }
}
