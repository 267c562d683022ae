import Glibc

/// How one digit of a picture is written: turned, slanted, stretched and heavier or lighter than its neighbours.
struct DigitHand {
    let penRadius: Double
    private let columnX: Point
    private let columnY: Point

    init(height: Double, using generator: inout some RandomNumberGenerator) {
        let angle = Double.random(in: -0.26...0.26, using: &generator)
        let slant = Double.random(in: -0.2...0.2, using: &generator)
        let tall = height * Double.random(in: 0.88...1.12, using: &generator)
        let wide = height * Double.random(in: 0.95...1.2, using: &generator)
        self.penRadius = Double.random(in: 1.8...2.3, using: &generator)
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
