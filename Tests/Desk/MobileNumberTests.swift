import Desk
import Testing

@Test(
    "Every way of writing a number is the same number",
    arguments: [
        "09123456789", "9123456789", "+989123456789", "00989123456789", "989123456789", "+98(0)9123456789",
        "0912 345 6789", "0912-345-6789", "۰۹۱۲۳۴۵۶۷۸۹", "٠٩١٢٣٤٥٦٧٨٩", "+98 912 345 67 89",
        "\u{202a}09123456789\u{202c}",
    ])
func sameNumber(typed: String) {
    #expect(MobileNumber(typed: typed, plan: .iran)?.e164 == "+989123456789")
}

@Test(
    "What is no mobile number is refused",
    arguments: [
        "", " ", "0912345678", "091234567890", "02112345678", "0912345678x", "091+23456789", "+19123456789",
        "0" + String(repeating: "9", count: 70),
    ])
func notANumber(typed: String) {
    #expect(MobileNumber(typed: typed, plan: .iran) == nil)
}

@Test("A number is shown as people of its country write it")
func national() {
    #expect(MobileNumber(stored: "+989123456789").national(in: .iran) == "0912 345 6789")
}
