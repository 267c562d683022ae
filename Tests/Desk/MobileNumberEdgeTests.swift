import Desk
import Testing

@Test(
    "What looks like a number but is none, or another country's, is refused",
    arguments: [
        ("a digit too few after the country code", "+98912345678"), ("a digit too many", "+9891234567890"),
        ("two plus signs", "++989123456789"), ("a plus at the end", "09123456789+"),
        ("a plus after a space and a digit", "0 +9123456789"),
        ("plus and trunk prefix", "+09123456789"), ("trunk prefix twice", "009123456789"),
        ("country code twice", "+98989123456789"),
        ("Tehran", "02188880000"), ("Tehran, internationally", "+982188880000"), ("a service number", "118"),
        ("a trunk prefix after the country code, a digit short", "+98 (0)912 345 678"),
        ("letters that look like digits", "O9123456789"), ("a fraction", "0912345678½"),
        ("full-width digits", "０９１２３４５６７８９"),
        ("an extension", "09123456789;1"), ("two numbers", "09123456789,09123456780"), ("only signs", "+-() "),
        ("a zero byte", "09123456789\u{0}"),
        ("a minus sign of mathematics", "0912\u{2212}3456789"), ("Germany", "+49 912 3456789"),
    ])
func refused(why: String, typed: String) {
    #expect(MobileNumber(typed: typed, plan: .iran) == nil, "\(why)")
}

@Test(
    "Mixed digits, signs and invisible marks do not hide a number",
    arguments: [
        "۰۹۱۲345٦٧٨٩", "(0912) 345.67.89", "+۹۸۹۱۲۳۴۵۶۷۸۹", "۰۰۹۸۹۱۲۳۴۵۶۷۸۹", "٩٨٩١٢٣٤٥٦٧٨٩", "+98 (0) 912-345-6789",
        "00980 912 345 6789",
        "\u{200f}+98\u{a0}912\u{200c}3456789\u{2069}", " 0 9 1 2 3 4 5 6 7 8 9 ",
    ])
func mixed(typed: String) {
    #expect(MobileNumber(typed: typed, plan: .iran)?.e164 == "+989123456789")
}

@Test("Sixty-four bytes are read, sixty-five are not")
func length() {
    let number = "09123456789"
    #expect(MobileNumber(typed: number + String(repeating: " ", count: 53), plan: .iran) != nil)
    #expect(MobileNumber(typed: number + String(repeating: " ", count: 54), plan: .iran) == nil)
}

@Test("Every random number is read alike in all its spellings")
func spellings() throws {
    for _ in 0..<200 {
        let nine = (0..<9).map { _ in String(Int.random(in: 0...9)) }.joined()
        for prefix in ["09", "9", "+989", "00989", "989", "+9809", "009809"] {
            #expect(MobileNumber(typed: prefix + nine, plan: .iran)?.e164 == "+989" + nine, "\(prefix)\(nine)")
        }
        let number = MobileNumber(stored: "+989" + nine)
        #expect(MobileNumber(typed: number.national(in: .iran), plan: .iran) == number)
    }
}

@Test(
    "Other countries have their own plan",
    arguments: [
        ("070 123 4567", "+93701234567"), ("+93701234567", "+93701234567"), ("701234567", "+93701234567"),
        ("0093701234567", "+93701234567"),
    ])
func afghanistan(typed: String, e164: String) {
    let plan = MobileNumber.Plan(countryCode: "93", trunkPrefix: "0", leadingDigits: "7", digits: 9)
    #expect(MobileNumber(typed: typed, plan: plan)?.e164 == e164)
    #expect(MobileNumber(stored: e164).national(in: plan) == "0701234567")
}

@Test("A plan without a trunk prefix, as Denmark's, reads no zero in front")
func withoutTrunkPrefix() {
    let plan = MobileNumber.Plan(countryCode: "45", trunkPrefix: "", leadingDigits: "", digits: 8)
    for typed in ["20123456", "+4520123456", "004520123456", "4520123456"] {
        #expect(MobileNumber(typed: typed, plan: plan)?.e164 == "+4520123456", "\(typed)")
    }
    #expect(MobileNumber(typed: "020123456", plan: plan) == nil)
    #expect(MobileNumber(stored: "+4520123456").national(in: plan) == "20123456")
}
