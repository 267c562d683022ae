/// One movement of the pen.
struct Stroke: Sendable {
    /// Points so close to one another that straight lines between them look like the stroke, even when bent.
    let points: [Point]

    /// Straight lines through the corners.
    static func straight(_ corners: (Double, Double)...) -> Stroke {
        let corners = corners.map { Point($0.0, $0.1) }
        var points = Array(corners.prefix(1))
        for (from, to) in zip(corners, corners.dropFirst()) {
            points += steps.map { from + (to - from) * $0 }
        }
        return Stroke(points: points)
    }

    /// A round curve through the points.
    static func curve(_ knots: (Double, Double)...) -> Stroke {
        Stroke(points: spline(knots.map { Point($0.0, $0.1) }, isClosed: false))
    }

    /// A round curve through the points and back to the first.
    static func loop(_ knots: (Double, Double)...) -> Stroke {
        Stroke(points: spline(knots.map { Point($0.0, $0.1) }, isClosed: true))
    }

    private static let steps = (1...6).map { Double($0) / 6 }

    /// A Catmull-Rom spline: each piece leaves a knot in the direction from the knot before to the knot after.
    private static func spline(_ knots: [Point], isClosed: Bool) -> [Point] {
        let count = knots.count
        let knot = { (index: Int) in
            isClosed ? knots[(index + count) % count] : knots[min(max(index, 0), count - 1)]
        }
        var points = [knots[0]]
        for index in 0..<(isClosed ? count : count - 1) {
            let (from, to) = (knot(index), knot(index + 1))
            let (leaving, arriving) = ((to - knot(index - 1)) * 0.5, (knot(index + 2) - from) * 0.5)
            for t in steps {
                // The cubic Hermite basis.
                let (square, cube) = (t * t, t * t * t)
                let places = from * (2 * cube - 3 * square + 1) + to * (3 * square - 2 * cube)
                points.append(places + leaving * (cube - 2 * square + t) + arriving * (cube - square))
            }
        }
        return points
    }
}
