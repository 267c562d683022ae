/// The decimal digits of a number that is not negative, with zeros before it up to `width`.
public func padded(_ number: Int, to width: Int) -> String {
    // No number has more than 19 digits.
    TextWriter.text(.ascii, atMost: max(width, 19)) { $0.add(number, width: width) }
}
