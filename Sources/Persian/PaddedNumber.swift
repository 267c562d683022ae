/// The decimal digits of a number that is not negative, with zeros before it up to `width`.
public func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    switch width - digits.utf8.count {
    case ...0: return digits
    case 1: return "0" + digits
    case let missing: return String(repeating: "0", count: missing) + digits
    }
}
