import Persian

/// شماره پیگیری: nine random digits and a check digit, given on acceptance.
///
/// The check digit is Damm's (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004): it finds every single wrong
/// digit and every swap of neighbours, so a mistyped code is told from an unknown one.
public struct TrackingCode: Hashable, Sendable {
    /// The digits of a code, the check digit included.
    public static let length = 10

    /// Ten ASCII digits.
    public let digits: String

    /// The code of nine random digits.
    public init?(random nine: String) {
        guard nine.utf8.count == Self.length - 1, let check = Self.interim(nine) else { return nil }
        digits = nine + String(check)
    }

    /// Reads a code as people type it: any digits, spaces, hyphens, marks of direction; nil unless the check digit is right.
    public init?(typed: String) {
        guard typed.utf8.count <= 64 else { return nil }
        // By scalars: a zero-width non-joiner is one character with the digit before it.
        let digits = String(String.UnicodeScalarView(asciiDigits(typed).unicodeScalars.filter { !isPassedOver($0) }))
        guard digits.utf8.count == Self.length, Self.interim(digits) == 0 else { return nil }
        self.digits = digits
    }

    /// A code that was stored.
    public init(stored digits: String) { self.digits = digits }

    /// Damm's interim digit of a row of digits; 0 for a row that ends with its check digit, nil where one is no digit.
    private static func interim(_ digits: String) -> Int? {
        var interim = 0
        for byte in digits.utf8 {
            guard (48...57).contains(byte) else { return nil }
            interim = quasigroup[interim][Int(byte) - 48]
        }
        return interim
    }

    /// The totally anti-symmetric quasigroup of order 10 of Damm's dissertation.
    private static let quasigroup: [[Int]] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ]
}
