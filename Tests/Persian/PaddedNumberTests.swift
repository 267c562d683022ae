import Persian
import Testing

@Test(
    "A number has zeros before it up to the width, and all of its digits in any case",
    arguments: [
        (0, 1, "0"), (0, 2, "00"), (7, 2, "07"), (10, 2, "10"), (123, 2, "123"), (9, 0, "9"),
        (Int.max, 1, "9223372036854775807"), (42, 25, "0000000000000000000000042"),
    ])
func paddedNumber(number: Int, width: Int, written: String) {
    #expect(padded(number, to: width) == written)
}
