/// The digits of a security code (captcha) that a person reads from an image.
public enum SecurityCode {
    /// `count` independent, evenly distributed ASCII digits, leading zeros among them.
    ///
    /// - Parameter generator: must be a cryptographic one, such as `SystemRandomNumberGenerator`, outside tests.
    public static func digits(count: Int, using generator: inout some RandomNumberGenerator) -> String {
        var digits = ""
        for _ in 0..<max(0, count) {
            digits.append(String(Int.random(in: 0...9, using: &generator)))
        }
        return digits
    }
}
