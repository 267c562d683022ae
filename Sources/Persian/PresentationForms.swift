/// The Arabic presentation forms that old fonts and copied PDF text hold in place of letters.
enum PresentationForms {
    /// The letters that a presentation form shows; any other scalar stands for itself.
    ///
    /// Covers every form of a single letter, lam-alef, and the words of a single code point that Persian uses.
    static func letters(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        guard ("\u{FB50}"..."\u{FEFC}").contains(scalar) else { return String(scalar).unicodeScalars }
        if let run = runs.last(where: { $0.first <= scalar.value }), scalar.value < run.first + run.count,
            let letter = Unicode.Scalar(run.letter)
        {
            return String(letter).unicodeScalars
        }
        return (ligatures[scalar] ?? String(scalar)).unicodeScalars
    }

    private static let ligatures: [Unicode.Scalar: String] = [
        "\u{FDF2}": "الله", "\u{FDFC}": "ریال",
        "\u{FEF5}": "لآ", "\u{FEF6}": "لآ", "\u{FEF7}": "لأ", "\u{FEF8}": "لأ",
        "\u{FEF9}": "لإ", "\u{FEFA}": "لإ", "\u{FEFB}": "لا", "\u{FEFC}": "لا",
    ]

    /// The forms of one letter (isolated, final, initial, medial: as many as it has) follow one another
    /// in Unicode's Arabic Presentation Forms-A and -B.
    private static let runs: [(first: UInt32, count: UInt32, letter: UInt32)] = [
        (0xFB50, 2, 0x0671), (0xFB52, 4, 0x067B), (0xFB56, 4, 0x067E), (0xFB5A, 4, 0x0680), (0xFB5E, 4, 0x067A),
        (0xFB62, 4, 0x067F), (0xFB66, 4, 0x0679), (0xFB6A, 4, 0x06A4), (0xFB6E, 4, 0x06A6), (0xFB72, 4, 0x0684),
        (0xFB76, 4, 0x0683), (0xFB7A, 4, 0x0686), (0xFB7E, 4, 0x0687), (0xFB82, 2, 0x068D), (0xFB84, 2, 0x068C),
        (0xFB86, 2, 0x068E), (0xFB88, 2, 0x0688), (0xFB8A, 2, 0x0698), (0xFB8C, 2, 0x0691), (0xFB8E, 4, 0x06A9),
        (0xFB92, 4, 0x06AF), (0xFB96, 4, 0x06B3), (0xFB9A, 4, 0x06B1), (0xFB9E, 2, 0x06BA), (0xFBA0, 4, 0x06BB),
        (0xFBA4, 2, 0x06C0), (0xFBA6, 4, 0x06C1), (0xFBAA, 4, 0x06BE), (0xFBAE, 2, 0x06D2), (0xFBB0, 2, 0x06D3),
        (0xFBD3, 4, 0x06AD), (0xFBD7, 2, 0x06C7), (0xFBD9, 2, 0x06C6), (0xFBDB, 2, 0x06C8), (0xFBDE, 2, 0x06CB),
        (0xFBE0, 2, 0x06C5), (0xFBE2, 2, 0x06C9), (0xFBE4, 4, 0x06D0), (0xFBE8, 2, 0x0649), (0xFBFC, 4, 0x06CC),
        (0xFE80, 1, 0x0621), (0xFE81, 2, 0x0622), (0xFE83, 2, 0x0623), (0xFE85, 2, 0x0624), (0xFE87, 2, 0x0625),
        (0xFE89, 4, 0x0626), (0xFE8D, 2, 0x0627), (0xFE8F, 4, 0x0628), (0xFE93, 2, 0x0629), (0xFE95, 4, 0x062A),
        (0xFE99, 4, 0x062B), (0xFE9D, 4, 0x062C), (0xFEA1, 4, 0x062D), (0xFEA5, 4, 0x062E), (0xFEA9, 2, 0x062F),
        (0xFEAB, 2, 0x0630), (0xFEAD, 2, 0x0631), (0xFEAF, 2, 0x0632), (0xFEB1, 4, 0x0633), (0xFEB5, 4, 0x0634),
        (0xFEB9, 4, 0x0635), (0xFEBD, 4, 0x0636), (0xFEC1, 4, 0x0637), (0xFEC5, 4, 0x0638), (0xFEC9, 4, 0x0639),
        (0xFECD, 4, 0x063A), (0xFED1, 4, 0x0641), (0xFED5, 4, 0x0642), (0xFED9, 4, 0x0643), (0xFEDD, 4, 0x0644),
        (0xFEE1, 4, 0x0645), (0xFEE5, 4, 0x0646), (0xFEE9, 4, 0x0647), (0xFEED, 2, 0x0648), (0xFEEF, 2, 0x0649),
        (0xFEF1, 4, 0x064A),
    ]
}
