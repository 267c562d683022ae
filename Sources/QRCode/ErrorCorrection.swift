/// Divides the data among blocks, gives each its error correction, and interleaves all (sections 7.5 and 7.6).
func errorCorrected(_ data: [UInt8], _ version: Version) -> [UInt8] {
    let (shortLength, longCount) = data.count.quotientAndRemainder(dividingBy: version.blocks)
    var blocks: [[UInt8]] = []
    var rest = data[...]
    for index in 0..<version.blocks {
        // The longer blocks come last.
        let length = shortLength + (index < version.blocks - longCount ? 0 : 1)
        blocks.append(Array(rest.prefix(length)))
        rest = rest.dropFirst(length)
    }
    let generator = Galois.generator(degree: version.correctionCodewords)
    let corrections = blocks.map { Galois.remainder(of: $0, by: generator) }
    return interleaved(blocks) + interleaved(corrections)
}

private func interleaved(_ blocks: [[UInt8]]) -> [UInt8] {
    let longest = blocks.map(\.count).max() ?? 0
    return (0..<longest).flatMap { place in blocks.compactMap { place < $0.count ? $0[place] : nil } }
}

/// Reed–Solomon over the field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1 (section 7.5.2).
enum Galois {
    static func multiply(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var (product, factor, rest) = (0, Int(one), Int(other))
        while rest > 0 {
            if rest & 1 == 1 { product ^= factor }
            factor <<= 1
            if factor > 0xff { factor ^= 0x11d }
            rest >>= 1
        }
        return UInt8(product)
    }

    /// (x − 2⁰)(x − 2¹)…, its coefficients from the highest power down, without the leading 1.
    static func generator(degree: Int) -> [UInt8] {
        var polynomial: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            var product = polynomial + [0]
            for (index, coefficient) in polynomial.enumerated() { product[index + 1] ^= multiply(coefficient, root) }
            polynomial = product
            root = multiply(root, 2)
        }
        return Array(polynomial.dropFirst())
    }

    /// What remains of the data, moved up by the generator's degree, after division by the generator.
    static func remainder(of data: [UInt8], by generator: [UInt8]) -> [UInt8] {
        var remainder = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ remainder[0]
            remainder = Array(remainder.dropFirst()) + [0]
            for (index, coefficient) in generator.enumerated() { remainder[index] ^= multiply(coefficient, factor) }
        }
        return remainder
    }
}
