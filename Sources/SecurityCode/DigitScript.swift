/// The digits in which a security code is drawn.
public enum DigitScript: String, CaseIterable, Sendable {
    /// ۰ ... ۹, in their Persian form.
    case persian
    /// 0 ... 9.
    case latin

    /// The strokes of a digit, 0 ... 9, in a box of height 1 whose left edge is 0.
    func strokes(of digit: Int) -> [Stroke] {
        switch self {
        case .persian: PersianDigitShapes.strokes[digit]
        case .latin: LatinDigitShapes.strokes[digit]
        }
    }

    /// Pixels between a digit and the next. Persian digits are narrower, and two of them that touch may look like a
    /// third.
    var gaps: ClosedRange<Double> {
        switch self {
        case .persian: 9...14
        case .latin: 5...10
        }
    }

    /// Pixels from a stripe of the ground to the next: narrower ones hide a digit better, from people as well. Readers
    /// know Latin digits best, and Persian ones are easiest to mistake for one another. With stripes as wide as strokes
    /// not even their outlines stand out: by those alone a reader solves 30 to 40 of 100 with a period of 22, and with one
    /// of 15 none or one.
    var stripePeriod: Double {
        switch self {
        case .persian: 34
        case .latin: 15
        }
    }
}
