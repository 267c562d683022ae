import Glibc
import Secrets

/// A colour of the sRGB space.
public struct Colour: Equatable, Sendable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    static let white = Colour(255, 255, 255)
    static let black = Colour(0, 0, 0)

    /// `#rgb` or `#rrggbb`; nil for anything else.
    init?(hexadecimal text: String) {
        guard text.utf8.first == UInt8(ascii: "#"), text.dropFirst().allSatisfy(\.isHexDigit),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        switch text.utf8.count {
        case 4: self.init(UInt8(number >> 8 & 15) * 17, UInt8(number >> 4 & 15) * 17, UInt8(number & 15) * 17)
        case 7: self.init(UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255))
        default: return nil
        }
    }

    private init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `#rrggbb`.
    public var hexadecimal: String {
        "#" + Hexadecimal.encode([red, green, blue])
    }

    /// A colour between this one and another.
    ///
    /// - Parameter share: how much of the other there is in it, 0 to 1.
    func mixed(with other: Colour, _ share: Double) -> Colour {
        func between(_ one: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Double(one) * (1 - share) + Double(other) * share).rounded())
        }
        return Colour(between(red, other.red), between(green, other.green), between(blue, other.blue))
    }

    /// The first step towards another colour that has a contrast to a third one; the other colour where none has.
    func nearing(_ other: Colour, until least: Double, to ground: Colour) -> Colour {
        let steps = (0...10).map { mixed(with: other, Double($0) / 10) }
        return steps.first { $0.contrast(to: ground) >= least } ?? other
    }

    /// Black or white, whichever can be read better on it; one of them always has a contrast of 4.5:1.
    var ink: Colour { contrast(to: .white) >= contrast(to: .black) ? .white : .black }

    /// Contrast ratio, 1 to 21 (WCAG 2.2): `(L1 + 0.05) / (L2 + 0.05)`, the lighter one above.
    func contrast(to other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// Relative luminance: `L = 0.2126 * R + 0.7152 * G + 0.0722 * B`.
    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// `if RsRGB <= 0.04045 then R = RsRGB/12.92 else R = ((RsRGB+0.055)/1.055) ^ 2.4`
    private static func linear(_ channel: UInt8) -> Double {
        let share = Double(channel) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
