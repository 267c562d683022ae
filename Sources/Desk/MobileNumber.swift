import Persian

/// A citizen's mobile number: it identifies the applicant.
public struct MobileNumber: Hashable, Sendable {
    /// How numbers of one country are written.
    public struct Plan: Equatable, Sendable {
        /// The country calling code, without a plus sign.
        public var countryCode: String
        /// What is dialled in front of the number inside the country.
        public var trunkPrefix: String
        /// What every mobile number begins with, after the trunk prefix.
        public var leadingDigits: String
        /// The digits after the country code.
        public var digits: Int

        /// A plan.
        public init(countryCode: String, trunkPrefix: String, leadingDigits: String, digits: Int) {
            self.countryCode = countryCode
            self.trunkPrefix = trunkPrefix
            self.leadingDigits = leadingDigits
            self.digits = digits
        }

        /// Iran: 0 and ten digits that begin with 9. Operators' prefixes grow, so no more than that is checked.
        public static let iran = Plan(countryCode: "98", trunkPrefix: "0", leadingDigits: "9", digits: 10)
    }

    /// The number with plus sign and country code (ITU-T E.164).
    public let e164: String

    /// Reads a number as people type it: national or international, any digits, spaces, hyphens, brackets.
    public init?(typed: String, plan: Plan) {
        guard typed.utf8.count <= 64 else { return nil }
        var digits = ""
        for character in asciiDigits(typed).unicodeScalars {
            switch character {
            case "0"..."9": digits.unicodeScalars.append(character)
            case "+" where digits.isEmpty: digits = "00"
            case "(", ")", ".": continue
            default: guard isPassedOver(character) else { return nil }
            }
        }
        let international = "00" + plan.countryCode
        if digits.hasPrefix(international) {
            digits.removeFirst(international.count)
            // «+98 (0)912…»
            if digits.count > plan.digits, digits.hasPrefix(plan.trunkPrefix) {
                digits.removeFirst(plan.trunkPrefix.count)
            }
        } else if digits.count == plan.countryCode.count + plan.digits, digits.hasPrefix(plan.countryCode) {
            digits.removeFirst(plan.countryCode.count)
        } else if digits.count == plan.trunkPrefix.count + plan.digits, digits.hasPrefix(plan.trunkPrefix) {
            digits.removeFirst(plan.trunkPrefix.count)
        }
        guard digits.count == plan.digits, digits.hasPrefix(plan.leadingDigits) else { return nil }
        e164 = "+" + plan.countryCode + digits
    }

    /// A number that was stored.
    public init(stored e164: String) { self.e164 = e164 }

    /// The last four digits, which tell the holder which number is meant and others nearly nothing: `…6789`.
    public var shortened: String { "…" + e164.suffix(4) }

    /// The number as people of its country write it: `0912 345 6789`.
    public func national(in plan: Plan) -> String {
        let digits = e164.utf8.dropFirst(1 + plan.countryCode.utf8.count)
        guard digits.count == 10 else { return plan.trunkPrefix + Substring(digits) }
        var text = plan.trunkPrefix
        for (place, digit) in digits.enumerated() {
            if place == 3 || place == 6 { text += " " }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }
}
