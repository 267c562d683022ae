/// What Persian text is written with, so that a font needs no more.
public enum PersianScalars {
    /// Letters, those of Arabic quotations too, marks, digits, punctuation, and what joins and parts letters.
    public static let all: [ClosedRange<UInt32>] = [
        0x0600...0x0603, 0x0606...0x060C, 0x0610...0x0615, 0x061B...0x061F,  // signs and punctuation
        0x0621...0x063A, 0x0640...0x065F,  // letters, kashida, marks
        0x0660...0x066D, 0x06F0...0x06F9,  // digits and their signs
        0x0670...0x0671, 0x067E...0x067E, 0x0686...0x0686, 0x0698...0x0698, 0x06A9...0x06A9, 0x06AF...0x06AF,
        0x06BE...0x06BE, 0x06C0...0x06C1, 0x06CC...0x06CC, 0x06D4...0x06D5,
        0x200C...0x200F, 0xFD3E...0xFD3F, 0xFDF2...0xFDF2, 0xFDFA...0xFDFC,
    ]

    /// What stands in Persian text without being of its script: space, punctuation, and the letters of numbers and names.
    public static let beside: [ClosedRange<UInt32>] = [
        0x0020...0x007E, 0x00A0...0x00A0, 0x00AB...0x00AB, 0x00BB...0x00BB, 0x00D7...0x00D7, 0x2010...0x2015,
        0x2018...0x201E, 0x2022...0x2022, 0x2026...0x2026, 0x2039...0x203A, 0x2066...0x2069,
    ]

    /// The letters without which a font is none for Persian.
    static let needed = Array("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءآأؤئ۰۱۲۳۴۵۶۷۸۹،؛؟".unicodeScalars)

    /// The Arabic script and its quotation marks as the `unicode-range` of a font face: other fonts show the rest.
    public static let range = "U+00AB, U+00BB, U+0600-06FF, U+200C-200F, U+FD3E-FD3F, U+FDF2, U+FDFA-FDFC"
}
