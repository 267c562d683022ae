import Desk
import JSON5
import Portal

/// `staff`: how, and from where, the staff log in.
struct StaffConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case secondFactor, networks, refusedPasswords }

    let secondFactor: PortalSettings.SecondFactor
    let networks: [String]
    /// The file of passwords that nobody may choose, seen from the config's folder; nil for none.
    let refusedPasswords: String?

    init(reading object: ObjectReader<CodingKeys>) {
        secondFactor = object.choice(.secondFactor, default: .requiredWithHTTPS)
        networks = object.list(.networks, of: String.self, default: [])
        refusedPasswords = object.optional(.refusedPasswords, as: String.self)
        for text in networks {
            do throws(Network.Fault) {
                _ = try Network(text)
            } catch {
                object.problem(at: .networks, Self.sentence(error, text))
            }
        }
    }

    private static func sentence(_ fault: Network.Fault, _ text: String) -> String {
        switch fault {
        case .notAnAddress:
            "\"\(text)\" is no network, expected something like \"192.168.0.0/16\", \"2001:db8::/32\" or one address"
        case .badPrefix(let most): "after the slash of \"\(text)\" a number from 0 to \(most) is expected"
        case .bitsBeyondPrefix:
            "\"\(text)\" has bits set beyond its prefix, expected the first address of the network, or a longer prefix"
        }
    }
}
