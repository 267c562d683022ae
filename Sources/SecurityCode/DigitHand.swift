import Glibc

/// How one digit of a picture is written: turned, slanted, stretched and heavier or lighter than its neighbours.
struct DigitHand {
    let penRadius: Double
    private let columnX: Point
    private let columnY: Point

    init(height: Double, using generator: inout SeededGenerator) {
        let angle = Double.random(in: -0.14...0.14, using: &generator)
        let slant = Double.random(in: -0.15...0.15, using: &generator)
        let tall = height * Double.random(in: 0.94...1.08, using: &generator)
        let wide = height * Double.random(in: 0.98...1.15, using: &generator)
        self.penRadius = Double.random(in: 3.1...3.6, using: &generator)
        self.columnX = Point(cos(angle), sin(angle)) * wide
        self.columnY = Point(slant * cos(angle) - sin(angle), slant * sin(angle) + cos(angle)) * tall
    }

    /// The strokes around (0, 0), in pixels.
    func written(_ strokes: [Stroke]) -> [[Point]] {
        let xs = strokes.flatMap(\.points).map(\.x)
        let middle = ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2
        return strokes.map { stroke in
            stroke.points.map { columnX * ($0.x - middle) + columnY * ($0.y - 0.5) }
        }
    }
}
