import Glibc

/// Slanted wavy stripes over the whole picture, half ink and half paper.
///
/// The digits are drawn as what turns them over: dark on paper, light on ink. The eye follows an edge through that; a
/// reader that was trained on ink alone finds pieces.
struct Stripes {
    private let alongX: [Float]
    private let alongY: [Float]
    private let steepness: Float

    /// - Parameter period: pixels from a stripe to the next of its kind.
    init(width: Int, height: Int, period: Double, using generator: inout SeededGenerator) {
        let angle = Double.random(in: 0.5...1.1, using: &generator)
        alongX = Self.phases(width, perPixel: cos(angle) / period, using: &generator)
        alongY = Self.phases(height, perPixel: sin(angle) / period, using: &generator)
        // A phase of 0.25 lies midway between two edges: the shade of an edge is as wide as a pixel.
        steepness = Float(period)
    }

    /// The phases of columns and rows, whose sum is that of a pixel.
    func withPhases(_ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<Float>, _ steepness: Float) -> Void) {
        alongX.withUnsafeBufferPointer { alongX in
            alongY.withUnsafeBufferPointer { body(alongX, $0, steepness) }
        }
    }

    /// How much ink a pixel has, 0 ... 1; the edges are shaded.
    @inline(__always)
    static func ink(phase: Float, steepness: Float) -> Float {
        // A number of this size has no places after the point: what is added and taken away rounds, without a call.
        let whole = (phase + 8_388_608) - 8_388_608
        return min(1, max(0, (0.25 - abs(phase - whole)) * steepness + 0.5))
    }

    /// The sum of a column's and a row's phase is a wavy stripe without a sine for each pixel.
    private static func phases(
        _ count: Int, perPixel: Double, using generator: inout SeededGenerator
    ) -> [Float] {
        let frequency = 2 * Double.pi / Double.random(in: 40...80, using: &generator)
        let start = Double.random(in: 0..<(2 * .pi), using: &generator)
        return (0..<count).map { Float(Double($0) * perPixel + 0.09 * sin(Double($0) * frequency + start)) }
    }
}
