import Desk
import Testing

private let codes: [String] = {
    var generator = SystemRandomNumberGenerator()
    return (0..<200).map { _ in String((0..<9).map { _ in Character(String(Int.random(in: 0...9, using: &generator))) })
    }
}()

@Test("Every single wrong digit and every swap of neighbours is found")
func wrongDigitsAreFound() throws {
    for nine in codes {
        let code = try #require(TrackingCode(random: nine)).digits
        #expect(TrackingCode(typed: code)?.digits == code)
        let digits = Array(code)
        for place in digits.indices {
            for wrong in "0123456789" where wrong != digits[place] {
                var changed = digits
                changed[place] = wrong
                #expect(TrackingCode(typed: String(changed)) == nil, "\(code) and \(String(changed))")
            }
            if place > 0, digits[place] != digits[place - 1] {
                var swapped = digits
                swapped.swapAt(place, place - 1)
                #expect(TrackingCode(typed: String(swapped)) == nil, "\(code) and \(String(swapped))")
            }
        }
    }
}

@Test("A code may be typed in Persian digits, with spaces and hyphens")
func typedCodes() throws {
    // Damm's own example: 572 has the check digit 4; leading zeros do not change it.
    #expect(TrackingCode(random: "000000572")?.digits == "0000005724")
    #expect(TrackingCode(typed: "۰۰۰۰ ۰۰۵-۷۲۴")?.digits == "0000005724")
}

@Test("What is no code is refused", arguments: ["", "572", "00000057240", "000000572x", "0000005725"])
func noCode(typed: String) {
    #expect(TrackingCode(typed: typed) == nil)
}
