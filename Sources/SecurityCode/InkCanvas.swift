import Glibc

/// A grey picture that is drawn on with a round pen.
struct InkCanvas {
    let width: Int
    let height: Int
    /// How much ink covers each pixel, 0 ... 1, row by row.
    private(set) var ink: [Float]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        self.ink = Array(repeating: 0, count: width * height)
    }

    /// Draws lines between the points with a pen of a radius in pixels.
    mutating func draw(_ points: [Point], radius: Double) {
        for (start, end) in zip(points, points.dropFirst()) {
            drawLine(from: start, to: end, radius: radius)
        }
    }

    /// Adds specks of ink, two pixels wide, or takes them away.
    ///
    /// Where they lie is no secret, so one number decides: hundreds of calls to the system's generator cost more
    /// than all the drawing.
    mutating func speckle(seed: UInt64) {
        var state = seed
        for _ in 0..<220 {
            // A step of the linear congruential generator of Knuth's MMIX; its high bits are the good ones.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let pixel = Int((state >> 32) % UInt64(ink.count - 1))
            let amount: Float = state >> 63 == 0 ? 0.45 : -0.45
            for place in pixel...pixel + 1 {
                ink[place] = min(1, max(0, ink[place] + amount))
            }
        }
    }

    /// Each pixel gets the ink of its distance from the line; the last pixel of the edge is shaded (anti-aliasing).
    private mutating func drawLine(from start: Point, to end: Point, radius: Double) {
        let reach = radius + 1
        let columns = range(min(start.x, end.x) - reach, max(start.x, end.x) + reach, below: width)
        let rows = range(min(start.y, end.y) - reach, max(start.y, end.y) + reach, below: height)
        let along = end - start
        let squaredLength = max(along.x * along.x + along.y * along.y, 1e-9)
        let (rowLength, outer) = (width, (radius + 0.5) * (radius + 0.5))
        ink.withUnsafeMutableBufferPointer { ink in
            for y in rows {
                for x in columns {
                    let toPixel = Point(Double(x), Double(y)) - start
                    let place = min(1, max(0, (toPixel.x * along.x + toPixel.y * along.y) / squaredLength))
                    let away = toPixel - along * place
                    let squaredDistance = away.x * away.x + away.y * away.y
                    guard squaredDistance < outer else { continue }
                    let cover = Float(min(1, radius + 0.5 - squaredDistance.squareRoot()))
                    ink[y * rowLength + x] = max(ink[y * rowLength + x], cover)
                }
            }
        }
    }

    private func range(_ lower: Double, _ upper: Double, below limit: Int) -> Range<Int> {
        let first = max(0, Int(lower.rounded(.down)))
        return first..<max(first, min(limit, Int(upper.rounded(.up)) + 1))
    }
}
