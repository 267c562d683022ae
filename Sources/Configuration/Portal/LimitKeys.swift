import Desk

extension PortalConfig {
    /// `limits`.
    static let limitKeys = Keys(new: Limits(), codeKeys + securityCodeKeys + sessionKeys + uploadKeys)

    private static let codeKeys: [Key<Limits>] = [
        Key("codeDigits", .number(5...10, .digits), \.codeDigits, about: "How long a login code by SMS is."),
        Key(
            "codeLifetime", .number(60...600, .seconds), \.codeLifetime,
            about: "How long a login code can be used."),
        Key(
            "codeTries", .number(1...10), \.codeTries,
            about: "How many wrong tries a login code allows. The next try is refused, whatever it is."),
        Key(
            "codeInterval", .number(1...3_600, .seconds), \.codeInterval,
            about: "How long a number must wait between two codes."),
        Key("codesPerNumber", .number(1...1_000), \.codesPerNumber, about: "How many codes a number gets in a day."),
        Key(
            "codesPerAddress", .number(1...1_000_000), \.codesPerAddress,
            about: """
                How many codes an address can ask for in an hour; wrong answers count as well. An address that asks for \
                more is not locked out, as a whole campus may be behind it: it gets the harder security code.
                """),
        Key(
            "codesPerPrefix", .number(1...1_000_000), \.codesPerPrefix,
            about: """
                How many codes an hour go to the numbers that differ only in their last digits (prefixOmits): against those \
                who earn by messages to rows of numbers.
                """),
        Key(
            "prefixOmits", .number(1...8, .digits), \.prefixOmits,
            about: "How many last digits are left out for codesPerPrefix; with 4, ten thousand numbers count together."),
        Key(
            "codesPerDay", .number(1...100_000_000), \.codesPerDay,
            about: "How many codes the whole portal sends in a day. It bounds what messages can cost."),
    ]

    private static let securityCodeKeys: [Key<Limits>] = [
        Key(
            "securityCodeLifetime", .number(60...3_600, .seconds), \.securityCodeLifetime,
            about: "How long a security code can be used."),
        Key(
            "securityCodeDigits", .number(4...8, .digits), \.securityCodeDigits, about: "How long the security code is."
        ),
        Key(
            "harderCodeDigits", .number(4...8, .digits), \.harderCodeDigits,
            about: "How long the harder security code is."),
        Key(
            "workBits", .number(8...26, .bits), \.workBits,
            about: """
                The computation in place of the security code: a browser computes 2 to the power of this many hashes. A \
                cheap phone does about 2 to the power of 17 a second; each step more doubles the time.
                """),
        Key(
            "harderWorkBits", .number(8...28, .bits), \.harderWorkBits,
            about: "The same in place of the harder security code."),
        Key(
            "wrongCodesPerHour", .number(1...100_000_000), \.wrongCodesPerHour,
            about: """
                How many wrong codes can be typed in an hour in the whole portal before everybody gets the harder security \
                code.
                """),
    ]

    private static let sessionKeys: [Key<Limits>] = [
        Key(
            "sessionIdle", .number(60...86_400, .seconds), \.sessionIdle,
            about: "After how long without a request a citizen is logged out."),
        Key(
            "sessionWhole", .number(60...604_800, .seconds), \.sessionWhole,
            about: "After how long a citizen is logged out in any case."),
        Key(
            "staffSessionIdle", .number(60...86_400, .seconds), \.staffSessionIdle,
            about: "After how long without a request a member of the staff is logged out."),
        Key(
            "staffSessionWhole", .number(60...604_800, .seconds), \.staffSessionWhole,
            about: "After how long a member of the staff is logged out in any case."),
        Key(
            "staffTries", .number(3...1_000), \.staffTries,
            about: "How many wrong passwords an account, and an address, can give in a quarter of an hour."),
        Key(
            "pageLength", .number(5...200), \.pageLength,
            about: "How many letters stand on a page of the desk and of the staff's lists."),
    ]

    private static let uploadKeys: [Key<Limits>] = [
        Key("fileBytes", .number(1_024...1_073_741_824, .bytes), \.fileBytes, about: "How large one file can be."),
        Key("attachments", .number(0...20), \.attachments, about: "How many attachments a letter can have."),
        Key(
            "photographs", .number(1...100), \.photographs,
            about: "Of how many photographs, one for each page, a letter file can be made."),
        Key(
            "requestBytes", .number(4_096...2_147_483_648, .bytes), \.requestBytes,
            about: """
                How large a letter with its attachments can be. The web server's own limit must be at least as large.
                """),
        Key(
            "applicantBytes", .number(4_096...1_099_511_627_776, .bytes), \.applicantBytes,
            about: "How much one number can send in 30 days."),
        Key(
            "networkBytes", .number(4_096...1_099_511_627_776, .bytes), \.networkBytes,
            about: "How much can come from one network in an hour; a campus may be one."),
        Key(
            "portalBytes", .number(4_096...1_099_511_627_776, .bytes), \.portalBytes,
            about: "How much can come to the whole portal in a day."),
        Key(
            "freeBytes", .number(0...1_125_899_906_842_624, .bytes), \.freeBytes,
            about: "How much free space uploads leave on the disk."),
        Key(
            "imagePixels", .number(1_000_000...2_000_000_000, .pixels), \.imagePixels,
            about: "How large one image, or one page of a scan, can be: width times height."),
        Key("packageParts", .number(50...10_000), \.packageParts, about: "How many parts a DOCX file can have."),
        Key(
            "packageBytes", .number(1_048_576...4_294_967_296, .bytes), \.packageBytes,
            about: "How large all parts of a DOCX file together can be, unpacked."),
    ]
}
