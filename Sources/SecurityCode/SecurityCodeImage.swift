import Glibc

/// A picture of a security code that people read and programs do not.
///
/// Programs read text by cutting it into characters; so the digits touch, lines of the same pen and ink cross them,
/// and one smooth distortion bends all. The same digits and random numbers give the same picture.
public struct SecurityCodeImage: Sendable {
    /// In pixels.
    public static let width = 200
    /// In pixels.
    public static let height = 70

    /// Greys, row by row; 0 is black.
    private let pixels: [UInt8]

    /// Draws a code.
    ///
    /// - Parameters:
    ///   - digits: ASCII or Persian digits, of which the first eight are drawn; other characters are not.
    ///   - generator: must be a cryptographic one, such as `SystemRandomNumberGenerator`, outside tests.
    public init(digits: String, script: DigitScript, using generator: inout some RandomNumberGenerator) {
        let values = digits.compactMap(\.wholeNumberValue).filter { (0...9).contains($0) }.prefix(8)
        var canvas = InkCanvas(width: Self.width, height: Self.height)
        let field = SineField(strength: 3.6, using: &generator)
        for stroke in Self.row(of: Array(values), script: script, using: &generator) {
            let points = stroke.points.map(field.displaced)
            canvas.draw(points, radius: stroke.radius)
        }
        for _ in 0..<2 {
            let line = Self.crossingLine(using: &generator).map(field.displaced)
            let radius = Double.random(in: 1.3...1.8, using: &generator)
            canvas.draw(line, radius: radius)
        }
        canvas.speckle(seed: generator.next())
        self.pixels = Self.greys(of: canvas, using: &generator)
    }

    /// The picture as a PNG file, 8-bit grey, below 8 KiB.
    public func png() -> [UInt8] {
        GreyPNG.encoded(pixels: pixels, width: Self.width, height: Self.height)
    }
}

extension SecurityCodeImage {
    private struct PlacedStroke {
        var points: [Point]
        let radius: Double
    }

    /// The digits beside one another, each so near to the last that they touch, in the middle of the picture.
    private static func row(
        of digits: [Int], script: DigitScript, using generator: inout some RandomNumberGenerator
    ) -> [PlacedStroke] {
        let digitHeight = min(44, 220 / Double(max(digits.count, 1)))
        var placed: [PlacedStroke] = []
        var right = 0.0
        for digit in digits {
            let hand = DigitHand(height: digitHeight, using: &generator)
            let strokes = hand.written(script.strokes(of: digit))
            let xs = strokes.joined().map(\.x)
            let gap = Double.random(in: script.gaps, using: &generator)
            let shift = Point(right + gap - (xs.min() ?? 0), Double.random(in: -5...5, using: &generator))
            placed += strokes.map { PlacedStroke(points: $0.map { $0 + shift }, radius: hand.penRadius) }
            right = shift.x + (xs.max() ?? 0)
        }
        let slack = (Double(width) - right) / 2
        let start = Point(
            slack + Double.random(in: -0.4...0.4, using: &generator) * max(0, slack - 10), Double(height) / 2)
        return placed.map { PlacedStroke(points: $0.points.map { $0 + start }, radius: $0.radius) }
    }

    /// A wavy line from edge to edge, so nearly level that nobody takes it for a digit's stroke.
    private static func crossingLine(using generator: inout some RandomNumberGenerator) -> [Point] {
        let (left, right) = (
            Double.random(in: 16...54, using: &generator), Double.random(in: 16...54, using: &generator)
        )
        let swing = Double.random(in: 3...7, using: &generator)
        let length = Double.random(in: 80...160, using: &generator)
        let phase = Double.random(in: 0..<(2 * .pi), using: &generator)
        return stride(from: -8.0, through: Double(width) + 8, by: 4).map { x in
            Point(x, left + (right - left) * x / Double(width) + swing * sin(2 * .pi * x / length + phase))
        }
    }

    /// Ink on paper, both of a grey of this picture, in 16 steps: the eye sees no difference, and the file is smaller.
    private static func greys(of canvas: InkCanvas, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        let inkGrey = Float.random(in: 20...70, using: &generator)
        let paperGrey = Float.random(in: 225...250, using: &generator)
        return canvas.ink.map { ink in
            UInt8(paperGrey + (inkGrey - paperGrey) * (ink * 15).rounded() / 15)
        }
    }
}
