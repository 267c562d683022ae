import Portal

/// What the administrator of a new portal has said about it, and the defaults of the rest.
public struct NewPortal: Equatable, Sendable {
    /// The languages of the pages, the main one first.
    public var languages: [Language] = [.persian, .english]
    /// The portal's own name.
    public var name = LocalizedText(persian: "پیشخوان الکترونیکی", english: "Electronic Front Desk")
    /// The organisation that runs it.
    public var organisation = LocalizedText(persian: "سازمان نمونه", english: "Example Organisation")
    /// The public address, with scheme and a slash at the end.
    public var address = "http://127.0.0.1:8080/"
    /// The telephone number that the pages give, in digits 0-9.
    public var phone = "021-0000-0000"
    /// How text messages leave: one of `SMSChoice.all`.
    public var sms = SMSChoice.log
    /// The day on which it begins, in UTC seconds.
    public var begins: Int
    /// Where releases and data lie, seen from the new folder.
    public var home = ".portal"

    /// A portal with the defaults.
    ///
    /// - Parameter begins: the time of the day on which it begins, in UTC seconds.
    public init(begins: Int = 0) { self.begins = begins }
}
