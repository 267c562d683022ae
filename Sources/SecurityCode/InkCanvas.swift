import Glibc

/// A grey picture that is drawn on with a round pen.
struct InkCanvas {
    let width: Int
    let height: Int
    /// How much ink covers each pixel, 0 ... 1, row by row.
    private var ink: [Float]

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

    /// The grey of each pixel, where stripes turn ink into paper and paper into ink.
    ///
    /// - Parameters:
    ///   - black: the grey of ink, 0 or more.
    ///   - white: the grey of paper.
    func greys(from black: Float, to white: Float, turnedOverBy stripes: Stripes) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: ink.count) { greys, count in
            ink.withUnsafeBufferPointer { ink in
                for y in 0..<height {
                    for x in 0..<width {
                        let (own, stripe) = (ink[y * width + x], stripes.ink(x, y))
                        let cover = own + stripe - 2 * own * stripe
                        greys[y * width + x] = UInt8(white + (black - white) * cover + 0.5)
                    }
                }
            }
            count = ink.count
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
