/// The digits of a picture beside one another, each written by a hand of its own.
enum DigitRow {
    /// Pixels from the picture's edges that stay free of digits, before they are bent.
    private static let margin = 8.0
    private static let digitHeight = 48.0

    struct PlacedStroke {
        var points: [Point]
        let radius: Double
    }

    /// The strokes in the picture's pixels, from left to right, in the middle; a row that is too long is narrowed.
    static func strokes(
        of digits: [Int], script: DigitScript, width: Int, using generator: inout SeededGenerator
    ) -> [PlacedStroke] {
        var placed: [PlacedStroke] = []
        var right = 0.0
        for digit in digits {
            let hand = DigitHand(height: digitHeight, using: &generator)
            let strokes = hand.written(script.strokes(of: digit))
            let xs = strokes.joined().map(\.x)
            let gap = right == 0 ? 0 : Double.random(in: script.gaps, using: &generator)
            let shift = Point(right + gap - (xs.min() ?? 0), Double.random(in: -5...5, using: &generator))
            placed += strokes.map { PlacedStroke(points: $0.map { $0 + shift }, radius: hand.penRadius) }
            right = shift.x + (xs.max() ?? 0)
        }
        let room = Double(width) - 2 * margin
        let narrowing = min(1, room / max(right, 1))
        let slack = room - right * narrowing
        let start = Point(
            margin + slack * Double.random(in: 0.2...0.8, using: &generator), Double(SecurityCodeImage.height) / 2)
        return placed.map { stroke in
            let points = stroke.points.map { Point($0.x * narrowing, $0.y) + start }
            return PlacedStroke(points: points, radius: stroke.radius)
        }
    }
}
