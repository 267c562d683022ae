import Glibc

// The loops over pixels below have no calls, no branches and no checked conversions, so that the compiler does several
// pixels at once.

/// Added to a `Float` of 0 ... 255, it leaves the nearest whole number in the lowest byte.
private let wholes: Float = 8_388_608

/// A grey picture that is drawn on with a round pen.
struct InkCanvas {
    let width: Int
    let height: Int
    /// Pixels of a row in memory: whole fours, as many as are drawn at once.
    private let rowLength: Int
    /// How much ink covers each pixel, 0 ... 1, row by row.
    private var ink: [Float]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        rowLength = (width + 3) & ~3
        ink = Array(repeating: 0, count: rowLength * height)
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
        let (width, rowLength) = (width, rowLength)
        return [UInt8](unsafeUninitializedCapacity: width * height) { greys, count in
            ink.withUnsafeBufferPointer { ink in
                guard var own = ink.baseAddress, var grey = greys.baseAddress else { return }
                for y in 0..<height {
                    stripes.withPhases { alongX, alongY, steepness in
                        for x in 0..<width {
                            let stripe = Stripes.ink(phase: alongX[x] + alongY[y], steepness: steepness)
                            let cover = own[x] + stripe - 2 * own[x] * stripe
                            grey[x] = UInt8(truncatingIfNeeded: (white + (black - white) * cover + wholes).bitPattern)
                        }
                    }
                    own += rowLength
                    grey += width
                }
            }
            count = width * height
        }
    }

    /// Each pixel gets the ink of its distance from the line; the last pixel of the edge is shaded (anti-aliasing).
    private mutating func drawLine(from start: Point, to end: Point, radius: Double) {
        let reach = radius + 1
        let touched = range(min(start.x, end.x) - reach, max(start.x, end.x) + reach, below: width)
        let columns = touched.lowerBound & ~3..<(touched.upperBound + 3) & ~3
        let rows = range(min(start.y, end.y) - reach, max(start.y, end.y) + reach, below: height)
        let along = end - start
        let (alongX, alongY, outer) = (Float(along.x), Float(along.y), Float(radius + 0.5))
        let perLength = 1 / max(alongX * alongX + alongY * alongY, 1e-9)
        let (left, top) = (Float(Double(columns.lowerBound) - start.x), Float(Double(rows.lowerBound) - start.y))
        let (rowLength, columnCount) = (rowLength, columns.count)
        ink.withUnsafeMutableBufferPointer { ink in
            guard var row = ink.baseAddress else { return }
            row += rows.lowerBound * rowLength + columns.lowerBound
            for y in 0..<rows.count {
                let toY = top + Float(y)
                for x in 0..<columnCount {
                    let toX = left + Float(x)
                    let place = min(1, max(0, (toX * alongX + toY * alongY) * perLength))
                    let (awayX, awayY) = (toX - alongX * place, toY - alongY * place)
                    let cover = min(1, outer - (awayX * awayX + awayY * awayY).squareRoot())
                    row[x] = max(row[x], cover)
                }
                row += rowLength
            }
        }
    }

    private func range(_ lower: Double, _ upper: Double, below limit: Int) -> Range<Int> {
        let first = max(0, Int(lower.rounded(.down)))
        return first..<max(first, min(limit, Int(upper.rounded(.up)) + 1))
    }
}
