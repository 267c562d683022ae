import Testing

@testable import Desk

@Test(
    "Addresses of one /64 are one network, each IPv4 address is its own, and what is no address stands for itself",
    arguments: [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("::ffff:c000:201", "192.0.2.1"),
        ("2001:db8:0:1::1", "2001:0db8:0000:0001::/64"),
        ("2001:DB8:0:1:ffff:ffff:ffff:ffff", "2001:0db8:0000:0001::/64"),
        ("2001:db8:0:2::1", "2001:0db8:0000:0002::/64"),
        ("::1", "0000:0000:0000:0000::/64"),
        ("fe80::1%eth0", "fe80:0000:0000:0000::/64"),
        ("", ""), ("unix:", "unix:"), ("1.2.3", "1.2.3"), ("2001:db8::g", "2001:db8::g"),
    ])
func network(address: String, name: String) {
    #expect(ClientNetwork(ofAddress: address).name == name)
}
