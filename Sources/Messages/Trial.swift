import Desk
import Notices
import Portal
import Store

/// A message with made-up contents, sent at once, to try the gateway: it is in no outbox, and no letter belongs to it.
public struct Trial {
    /// What is sent.
    public let message: Message
    private let sender: HTTPSender?

    /// A message of a kind, worded and sent as the served release says.
    ///
    /// - Parameter now: UTC seconds, for the date in it.
    public init(of kind: Message.Kind, to mobile: MobileNumber, from home: Home, now: Int) throws {
        let portal = try PortalSnapshot(opening: home.snapshot)
        let settings = portal.settings
        let notices = Notices(portal: portal, settings: settings)
        let language = settings.languages.first ?? .persian
        let acceptance = Acceptance(letterNumber: "1405/1", trackingCode: TrackingCode(stored: "1234567894"), at: now)

        func letter(_ state: ReviewState) -> Letter {
            Letter(
                id: 1, applicant: Applicant(id: 1, mobile: mobile), sender: "", senderKind: .person, unit: "",
                unitTitle: "",
                subject: "", registered: now, state: state, language: language.rawValue)
        }
        let rejection = Rejection(reason: settings.rejectionReasons.first?[language] ?? "–", at: now)
        message =
            switch kind {
            case .code: try notices.code("123456", to: mobile, in: language, expires: now)
            case .registered: try notices.registered(letter(.underReview))
            case .accepted: try notices.numbers(letter(.accepted(acceptance)), acceptance)
            case .rejected: try notices.rejected(letter(.rejected(rejection)), rejection)
            case .status: try notices.status(letter(.accepted(acceptance)))
            case .replied: try notices.replied(letter(.accepted(acceptance)))
            case .arrived: try notices.arrival(acceptance, at: settings.name, to: mobile)
            }
        sender =
            switch settings.sms {
            case .log: nil
            case .http(let gateway): HTTPSender(gateway: gateway, plan: settings.mobilePlan)
            }
    }

    /// Sends it; returns when the provider has taken it. Answers false where the gateway is a log, which is left alone.
    public func send() throws(SendFault) -> Bool {
        guard let sender else { return false }
        try sender.send(OutboxEntry(id: 0, message: message))
        return true
    }
}
