import Glibc

/// A smooth random displacement of the plane: no letter keeps its shape, and no line stays straight.
struct SineField {
    private struct Wave {
        let amplitude: Double
        let frequency: Point
        let phase: Double

        func height(at point: Point) -> Double {
            amplitude * sin(point.x * frequency.x + point.y * frequency.y + phase)
        }
    }

    private let horizontal: [Wave]
    private let vertical: [Wave]

    /// - Parameter strength: the greatest displacement in either direction, in pixels.
    init(strength: Double, using generator: inout SeededGenerator) {
        self.horizontal = Self.waves(strength, using: &generator)
        self.vertical = Self.waves(strength, using: &generator)
    }

    func displaced(_ point: Point) -> Point {
        let byX = horizontal.reduce(0) { $0 + $1.height(at: point) }
        let byY = vertical.reduce(0) { $0 + $1.height(at: point) }
        return point + Point(byX, byY)
    }

    /// A long wave and a short one, in any direction.
    private static func waves(_ strength: Double, using generator: inout SeededGenerator) -> [Wave] {
        [(0.6, 70.0...110.0), (0.4, 32.0...48.0)].map { share, lengths in
            let frequency = 2 * Double.pi / Double.random(in: lengths, using: &generator)
            let direction = Double.random(in: 0..<(2 * .pi), using: &generator)
            return Wave(
                amplitude: strength * share,
                frequency: Point(cos(direction), sin(direction)) * frequency,
                phase: Double.random(in: 0..<(2 * .pi), using: &generator))
        }
    }
}
