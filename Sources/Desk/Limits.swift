/// The limits of the desk; all stand in the config.
public struct Limits: Equatable, Sendable {
    /// Digits of a one-time code.
    public var codeDigits = 6
    /// Seconds for which a one-time code can be used.
    public var codeLifetime = 300
    /// Wrong tries of a code; the next try is refused, whatever it is.
    public var codeTries = 5
    /// Seconds between two codes to a number.
    public var codeInterval = 60
    /// Codes to a number in a day.
    public var codesPerNumber = 5
    /// Codes that an address asks for in an hour, wrong security codes and wrong one-time codes from there among them;
    /// beyond that it gets the harder security code. IPv6: for each /64.
    public var codesPerAddress = 30
    /// Codes to the numbers of one prefix in an hour: against those who earn by messages to rows of numbers.
    public var codesPerPrefix = 60
    /// The last digits of a number that its prefix leaves out; 4: ten thousand numbers share a prefix.
    public var prefixOmits = 4
    /// Codes of the whole portal in a day.
    public var codesPerDay = 20_000
    /// Seconds for which a security code can be used.
    public var securityCodeLifetime = 300
    /// Digits of a security code.
    public var securityCodeDigits = 5
    /// Digits of the harder security code.
    public var harderCodeDigits = 7
    /// The proof of work in place of the security code: a browser computes 2 to the power of this many hashes, on average.
    public var workBits = 18
    /// The same in place of the harder security code.
    public var harderWorkBits = 20
    /// Wrong one-time codes of the whole portal in an hour; beyond that everybody gets the harder security code.
    public var wrongCodesPerHour = 1_000
    /// Seconds without a request after which a citizen's session ends.
    public var sessionIdle = 30 * 60
    /// Seconds after which a citizen's session ends in any case.
    public var sessionWhole = 8 * 3_600
    /// Seconds without a request after which a session of the staff ends.
    public var staffSessionIdle = 15 * 60
    /// Seconds after which a session of the staff ends in any case.
    public var staffSessionWhole = 8 * 3_600
    /// Wrong passwords for an account, and for an address, in a quarter of an hour.
    public var staffTries = 10
    /// Bytes of one file.
    public var fileBytes = 20 * 1_048_576
    /// Attachments of a letter.
    public var attachments = 5
    /// Photographs that become one letter file.
    public var photographs = 20
    /// Bytes of a request's body.
    public var requestBytes = 50 * 1_048_576
    /// Bytes of one applicant's documents in 30 days.
    public var applicantBytes = 200 * 1_048_576
    /// Bytes that come from one network in an hour, kept or not; a campus may be one. At least one request's always.
    public var networkBytes = 4_096 * 1_048_576
    /// Bytes that come to the whole portal in a day, kept or not. At least one request's always.
    public var portalBytes = 65_536 * 1_048_576
    /// Bytes of free space that uploads leave on the disk.
    public var freeBytes = 1_024 * 1_048_576
    /// Pixels of an image, or of one page of a scan.
    public var imagePixels = 100_000_000
    /// Parts of a Word file of 2007 or later.
    public var packageParts = 2_000
    /// Bytes of all its parts, unpacked.
    public var packageBytes = 200 * 1_048_576
    /// Letters on a page of the desk and of the staff's lists.
    public var pageLength = 20

    /// The defaults.
    public init() {}
}
