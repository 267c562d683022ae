import SeededRandom
import Testing

@testable import Desk

private let proxies = Proxies(["10.0.0.5", "10.1.0.0/16", "2001:db8:1::/64"])

@Test(
    "The client is the last whom a proxy of ours names, if it is none itself",
    arguments: [
        // peer, X-Forwarded-For, client
        ("10.0.0.5", "192.0.2.1", "192.0.2.1"),
        ("10.0.0.5", "203.0.113.9, 192.0.2.1", "192.0.2.1"),
        ("10.0.0.5", "203.0.113.9,192.0.2.1,10.1.2.3", "192.0.2.1"),
        ("10.0.0.5", "203.0.113.9, 192.0.2.1, 10.1.2.3, 10.1.2.4", "192.0.2.1"),
        ("10.0.0.5", "10.1.2.3", "10.1.2.3"), ("10.0.0.5", "10.1.9.9, 10.1.2.3", "10.1.9.9"),
        ("::ffff:10.0.0.5", "192.0.2.1", "192.0.2.1"), ("2001:db8:1::7", "2001:db8:2::1", "2001:db8:2::1"),
        ("10.0.0.5", "\t 192.0.2.1 \t", "192.0.2.1"), ("10.0.0.5", "::ffff:192.0.2.1", "::ffff:192.0.2.1"),
        // With ports, and in brackets
        ("10.0.0.5", "192.0.2.1:49152", "192.0.2.1"), ("10.0.0.5", "[2001:db8:2::1]", "2001:db8:2::1"),
        ("10.0.0.5", "[2001:db8:2::1]:443", "2001:db8:2::1"), ("10.0.0.5", "192.0.2.1, 10.1.2.3:80", "192.0.2.1"),
        (
            "10.0.0.5", "[ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255]:65535",
            "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255"
        ),
    ])
func believed(peer: String, list: String, client: String) {
    #expect(proxies.client(behind: peer, forwardedFor: list) == client)
}

@Test(
    "Where a proxy of ours names no address, its own counts",
    arguments: [
        "", " ", ",", "unknown", "_hidden", "192.0.2", "192.0.2.256", "192.0.2.01", "192.0.2.1:", "192.0.2.1:x",
        "192.0.2.1:123456", "192.0.2.1:80:80", "192.0.2.1 192.0.2.2", "192.0.2.1;", "192.0.2.0/24", "\"192.0.2.1\"",
        "for=192.0.2.1", "[192.0.2.1]", "[2001:db8::1", "2001:db8::1]", "[]", "[:]", "[2001:db8::1]443",
        "[2001:db8::1]:", "[2001:db8::1]:x", "fe80::1%eth0", "[fe80::1%eth0]",
        "::1%" + String(repeating: "x", count: 9_000),
        String(repeating: "1", count: 100_000), "localhost", "192.0.2.1\0", "۱۹۲.۰.۲.۱", "192.0.2.1\u{FFFD}",
        "[ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255]:655350",
    ])
func notAnAddress(entry: String) {
    #expect(proxies.client(behind: "10.0.0.5", forwardedFor: entry) == "10.0.0.5")
    #expect(proxies.client(behind: "10.0.0.5", forwardedFor: "192.0.2.1, \(entry)") == "10.0.0.5")
    #expect(proxies.client(behind: "10.0.0.5", forwardedFor: "192.0.2.1, \(entry), 10.1.2.3") == "10.1.2.3")
    #expect(proxies.client(behind: "10.0.0.5", forwardedFor: "\(entry), 192.0.2.1") == "192.0.2.1")
}

@Test(
    "Nobody else is believed, and without proxies nobody at all",
    arguments: ["192.0.2.7", "10.0.0.6", "2001:db8:2::1", "unix:", "", "10.0.0.5:80"])
func notBelieved(peer: String) {
    #expect(proxies.client(behind: peer, forwardedFor: "192.0.2.1") == peer)
    #expect(Proxies([]).client(behind: peer, forwardedFor: "192.0.2.1") == peer)
    #expect(Proxies(["nonsense"]).client(behind: peer, forwardedFor: "192.0.2.1") == peer)
    #expect(proxies.client(behind: peer, forwardedFor: nil) == peer)
}

@Test("A hundred thousand entries in front of the client's change nothing, and as many proxies are gone through")
func long() {
    let many = String(repeating: "203.0.113.9, ", count: 100_000)
    #expect(proxies.client(behind: "10.0.0.5", forwardedFor: many + "192.0.2.1") == "192.0.2.1")
    let ours = String(repeating: ", 10.1.2.3", count: 100_000)
    #expect(proxies.client(behind: "10.0.0.5", forwardedFor: "203.0.113.9, 192.0.2.1" + ours) == "192.0.2.1")
}

@Test("Whatever a stranger sends, behind a proxy that appends whom it sees the stranger is known by the own address")
func nobodyPasses() {
    var random = SeededGenerator(seed: 7_239)
    let pieces = [
        "10.0.0.5", "10.1.2.3", "203.0.113.9", "2001:db8:1::7", "unknown", "[", "]", ":", ":80", ",", ", ", " ", "%",
        "\t",
        "\"", ";", "for=", "\u{FFFD}", ".", "1", "::",
    ]
    for _ in 0..<20_000 {
        let sent = (0..<Int.random(in: 0...12, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }
        let list = sent.joined() + ", 198.51.100.77"
        #expect(proxies.client(behind: "10.0.0.5", forwardedFor: list) == "198.51.100.77", "\(list)")
        #expect(proxies.client(behind: "10.0.0.5", forwardedFor: list + ", 10.1.0.1") == "198.51.100.77", "\(list)")
        #expect(proxies.client(behind: "198.51.100.77", forwardedFor: list) == "198.51.100.77", "\(list)")
        // What comes out is always an address.
        let client = proxies.client(behind: "10.0.0.5", forwardedFor: sent.joined())
        #expect(NetworkAddress(client) != nil, "\(client)")
    }
}
