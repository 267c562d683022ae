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
    /// The powers of 2, which are all elements but 0, twice over, and the exponent of each.
    private static let (powers, exponents): ([UInt8], [Int]) = {
        var powers = [UInt8](repeating: 1, count: 510)
        var exponents = [Int](repeating: 0, count: 256)
        var power = 1
        for exponent in 0..<255 {
            (powers[exponent], powers[exponent + 255]) = (UInt8(power), UInt8(power))
            exponents[power] = exponent
            power <<= 1
            if power > 0xff { power ^= 0x11d }
        }
        return (powers, exponents)
    }()

    static func multiply(_ one: UInt8, _ other: UInt8) -> UInt8 {
        one == 0 || other == 0 ? 0 : powers[exponents[Int(one)] + exponents[Int(other)]]
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
            for (index, coefficient) in generator.enumerated() {
                let next = index + 1 < remainder.count ? remainder[index + 1] : 0
                remainder[index] = next ^ multiply(coefficient, factor)
            }
        }
        return remainder
    }
}
