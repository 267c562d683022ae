/// درخواست‌کننده: a citizen, known by a mobile number alone.
public struct Applicant: Equatable, Sendable {
    /// The database's number.
    public let id: Int
    /// The number that identifies the citizen.
    public let mobile: MobileNumber

    /// An applicant as stored.
    public init(id: Int, mobile: MobileNumber) {
        self.id = id
        self.mobile = mobile
    }
}
