/// A program in PDF's calculator (ISO 32000-2, 7.10.5) that shows a PNG's transparent samples as they look on white paper:
/// PDF knows no opacity among the samples of an image.
///
/// It finds the colours c of a sample on its stack, above them the opacity a, and leaves c·a + 1 − a for each.
enum TransparencyProgram: CaseIterable, Sendable {
    case grey, rgb

    private var outputs: Int { self == .grey ? 1 : 3 }

    /// The entries of its object.
    var entries: String {
        let range = Array(repeating: "0 1", count: outputs).joined(separator: " ")
        return "/FunctionType 4/Domain[\(range) 0 1]/Range[\(range)]"
    }

    var text: String {
        switch self {
        // c a → c a a → a c a → a c·a → c·a a → c·a 1−a → sum
        case .grey: "{dup 3 1 roll mul exch 1 exch sub add}"
        case .rgb:
            // r g b a → w a r g b with w = 1 − a, then each colour in turn, then w and a go.
            "{dup 1 exch sub 5 1 roll 4 1 roll" + String(repeating: " 3 index mul 4 index add 3 1 roll", count: 3)
                + " 5 -2 roll pop pop}"
        }
    }
}

extension Photograph.Content {
    /// What its samples need, where there is an opacity among them.
    var transparency: TransparencyProgram? {
        switch self {
        case .png(.greyAlpha, _, _): .grey
        case .png(.rgbAlpha, _, _): .rgb
        default: nil
        }
    }
}
