import Desk
import Portal

extension HTTPGateway.NumberSpelling {
    /// A number as the provider wants it; nil where it is not of the plan's country.
    func spelt(_ number: MobileNumber, plan: MobileNumber.Plan) -> String? {
        guard number.e164.hasPrefix("+" + plan.countryCode) else { return nil }
        let international = String(number.e164.dropFirst())
        let bare = String(international.dropFirst(plan.countryCode.count))
        return switch self {
        case .national: plan.trunkPrefix + bare
        case .international: international
        case .plus: "+" + international
        case .zeros: "00" + international
        case .bare: bare
        }
    }
}
