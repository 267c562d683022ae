/// A picture of a security code that people read and programs do not.
///
/// Programs read text by the darkness of its strokes; here a stroke is darker than its ground in one place and lighter in
/// the next, and one smooth distortion bends all. The same digits and seed give the same picture.
public struct SecurityCodeImage: Sendable {
    /// In pixels.
    public static let height = 84
    /// The most digits that are drawn.
    public static let longest = 8

    /// In pixels: more digits, a wider picture.
    public let width: Int
    /// Greys 0 (black) ... 15, row by row.
    private let pixels: [UInt8]

    /// Draws a code.
    ///
    /// - Parameters:
    ///   - digits: ASCII or Persian digits, of which the first eight are drawn; other characters are not. More than five
    ///     are bent more: long codes are for where there is abuse.
    ///   - seed: decides how the picture looks.
    public init(digits: String, script: DigitScript, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let values = digits.compactMap(\.wholeNumberValue).filter { (0...9).contains($0) }.prefix(Self.longest)
        width = 30 + 42 * max(1, values.count)
        var canvas = InkCanvas(width: width, height: Self.height)
        let field = SineField(strength: values.count > 5 ? 2.6 : 1.8, using: &generator)
        for stroke in DigitRow.strokes(of: Array(values), script: script, width: width, using: &generator) {
            canvas.draw(stroke.points.map(field.displaced), radius: stroke.radius)
        }
        let stripes = Stripes(width: width, height: Self.height, period: script.stripePeriod, using: &generator)
        // Both in one of few greys of this picture: the eye sees no difference, and the file is smaller.
        let ink = Float.random(in: 1...4, using: &generator)
        let paper = Float.random(in: 13...15, using: &generator)
        pixels = canvas.greys(from: ink, to: paper, turnedOverBy: stripes)
    }

    /// The picture as a PNG file in 16 greys, below 8 KiB.
    public func png() -> [UInt8] { GreyPNG.encoded(pixels: pixels, width: width, height: Self.height) }
}
