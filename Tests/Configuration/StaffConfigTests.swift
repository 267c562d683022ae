import Portal
import Testing

@testable import Configuration

/// The smallest config with the staff's part.
private func site(_ staff: String, address: String = "https://desk.example.org/") throws -> SmallSite {
    let config = SmallSite.config.split(separator: "\n").map { line in
        if line.contains("address:") { return "  address: \"\(address)\"," }
        return line.contains("languages:") ? line + "\n  staff: \(staff)," : String(line)
    }
    return try SmallSite(["portal.json5": config.joined(separator: "\n")])
}

@Test(
    "Whether the second factor is required: as the config says, or by the address's scheme",
    arguments: [
        ("{}", "https://desk.example.org/", true), ("{}", "http://127.0.0.1:8080/", false),
        ("{ secondFactor: \"requiredWithHTTPS\" }", "https://desk.example.org/", true),
        ("{ secondFactor: \"requiredWithHTTPS\" }", "http://127.0.0.1:8080/", false),
        ("{ secondFactor: \"required\" }", "http://127.0.0.1:8080/", true),
        ("{ secondFactor: \"optional\" }", "https://desk.example.org/", false),
    ])
func secondFactor(staff: String, address: String, isRequired: Bool) throws {
    #expect(try site(staff, address: address).read().settings.requiresSecondFactor == isRequired)
}

@Test("A config that does not name the staff requires the second factor with https")
func withoutStaff() throws {
    let settings = try SmallSite().read().settings
    #expect(settings.requiresSecondFactor && settings.staffNetworks.isEmpty)
}

@Test("Networks are kept as they are written, in order")
func networks() throws {
    let settings = try site("{ networks: [\"192.168.0.0/16\", \"2001:db8::/32\", \"10.0.0.7\"] }").read().settings
    #expect(settings.staffNetworks == ["192.168.0.0/16", "2001:db8::/32", "10.0.0.7"])
}

@Test(
    "A mistake in the staff's part, with its place",
    arguments: [
        (
            "{ secondFactor: \"no\" }",
            "6:26: error: staff.secondFactor is \"no\"; expected \"required\" or \"requiredWithHTTPS\" or \"optional\""
        ),
        (
            "{ networks: [\"10.0.0\"] }",
            "6:23: error: staff.networks[0]: \"10.0.0\" is no network; expected something like \"192.168.0.0/16\", \"2001:db8::/32\" or one address"
        ),
        (
            "{ networks: [\"10.0.0.0/33\"] }",
            "6:23: error: staff.networks[0]: \"10.0.0.0/33\" has a wrong number after the slash; expected a number from 0 to 32"
        ),
        (
            "{ networks: [\"10.0.0.1/8\"] }",
            "6:23: error: staff.networks[0]: \"10.0.0.1/8\" has bits set beyond its prefix; expected the first address of the network, or a longer prefix"
        ),
        ("{ network: [] }", "6:12: error: unknown key \"network\""),
    ])
func mistakes(staff: String, complaint: String) throws {
    let complaints = try site(staff).complaints
    #expect(complaints.contains { $0.contains(complaint) }, "\(complaints)")
}
