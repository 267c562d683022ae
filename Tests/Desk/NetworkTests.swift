import Glibc
import SeededRandom
import Testing

@testable import Desk

/// What the C library makes of an address.
private func readByLibrary(_ text: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET6, text, &bytes) == 1 { return bytes }
    var short = [UInt8](repeating: 0, count: 4)
    guard inet_pton(AF_INET, text, &short) == 1 else { return nil }
    return [UInt8](repeating: 0, count: 10) + [0xff, 0xff] + short
}

@Test(
    "An address is read as the C library reads it",
    arguments: [
        "192.0.2.1", "0.0.0.0", "255.255.255.255", "256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.04", "1..3.4",
        "+1.2.3.4", " 1.2.3.4", "1.2.3.4 ", "", ".", "::", "::1", "1::", "2001:db8::1", "2001:DB8:0:0:0:0:0:1",
        "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
        "1::3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "::1::", ":::", ":", ":1", "1:", "12345::", "g::", "::ffff:192.0.2.1",
        "::192.0.2.1", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:5", "1.2.3.4::", "::1.2.3",
        "::+1", "::0001", "::00001", "۱.۲.۳.۴", "unix:", "[::1]", "localhost",
    ])
func addresses(text: String) {
    #expect(NetworkAddress(text)?.bytes == readByLibrary(text), "\(text)")
}

@Test("Ten thousand texts made of what addresses are made of are read as the C library reads them")
func randomAddresses() {
    var random = SeededGenerator(seed: 4_291)
    let pieces = ["0", "1", "25", "255", "256", "ab", "ffff", "12345", ":", ":", ":", "::", ".", ".", ".", "g", "00"]
    var read = 0
    for _ in 0..<10_000 {
        let text = (0..<Int.random(in: 1...16, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
        let bytes = NetworkAddress(text)?.bytes
        #expect(bytes == readByLibrary(text), "\(text)")
        read += bytes == nil ? 0 : 1
    }
    #expect(read > 20, "too few of them were addresses")
}

@Test("A zone is left out of an address, and an IPv4 address is the same in both forms")
func forms() {
    #expect(NetworkAddress("fe80::1%eth0") == NetworkAddress("fe80::1"))
    #expect(NetworkAddress("::ffff:192.0.2.1") == NetworkAddress("192.0.2.1"))
    #expect(NetworkAddress("::ffff:c000:201") == NetworkAddress("192.0.2.1"))
    #expect(NetworkAddress("::192.0.2.1") != NetworkAddress("192.0.2.1"))
    #expect(NetworkAddress("192.0.2.1%eth0") == nil)
}

@Test(
    "Who lies in a network",
    arguments: [
        ("192.168.0.0/16", "192.168.0.0", true), ("192.168.0.0/16", "192.168.255.255", true),
        ("192.168.0.0/16", "192.167.255.255", false), ("192.168.0.0/16", "192.169.0.0", false),
        ("192.168.0.0/16", "::ffff:192.168.7.1", true), ("192.168.0.0/16", "::192.168.7.1", false),
        ("192.0.2.128/25", "192.0.2.128", true), ("192.0.2.128/25", "192.0.2.127", false),
        ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false), ("192.0.2.7/32", "192.0.2.6", false),
        ("0.0.0.0/0", "255.1.2.3", true), ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "2001:db8::1", true),
        ("::/0", "192.0.2.1", true), ("2001:db8::/32", "2001:db8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::", false), ("2001:db8::/33", "2001:db8:8000::", false),
        ("::ffff:192.0.2.0/120", "192.0.2.9", true), ("::ffff:192.0.2.0/120", "192.0.3.9", false),
        ("fe80::/10", "fe80::1%eth0", true), ("::1", "::1", true), ("::1/128", "::2", false),
        ("10.0.0.0/8", "unix:", false), ("10.0.0.0/8", "", false),
    ])
func membership(network: String, address: String, isInside: Bool) throws {
    let network = try Network(network)
    #expect((NetworkAddress(address).map { network.contains($0) } ?? false) == isInside)
}

@Test("Each length of a prefix parts the addresses at its own bit", arguments: 1...128)
func everyPrefix(length: Int) throws {
    var bytes = [UInt8](repeating: 0, count: 16)
    bytes[(length - 1) / 8] = 1 << (7 - UInt8((length - 1) % 8))
    let groups = (0..<8).map { String(UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]), radix: 16) }
    let other = try #require(NetworkAddress(groups.joined(separator: ":")))
    #expect(try !Network("::/\(length)").contains(other))
    #expect(try Network("::/\(length - 1)").contains(other))
}

@Test(
    "What is wrong with a network's text",
    arguments: [
        ("", Network.Fault.notAnAddress), ("/8", .notAnAddress), ("10.0.0/8", .notAnAddress), ("x", .notAnAddress),
        ("fe80::1%eth0/64", .notAnAddress), ("10.0.0.0/", .badPrefix(most: 32)), ("10.0.0.0/33", .badPrefix(most: 32)),
        ("10.0.0.0/08", .badPrefix(most: 32)), ("10.0.0.0/-1", .badPrefix(most: 32)),
        ("10.0.0.0/8/8", .badPrefix(most: 32)), ("10.0.0.0/۸", .badPrefix(most: 32)),
        ("::/129", .badPrefix(most: 128)), ("10.0.0.1/8", .bitsBeyondPrefix), ("2001:db8::1/32", .bitsBeyondPrefix),
        ("128.0.0.0/0", .bitsBeyondPrefix),
    ])
func faults(text: String, fault: Network.Fault) {
    #expect(throws: fault) { try Network(text) }
}

@Test("Without a list everybody is within reach; with one that cannot be read, nobody is")
func reach() {
    #expect(Reach([]).includes("192.0.2.1") && Reach([]).includes("unix:"))
    let reach = Reach(["10.0.0.0/8", "2001:db8::/32"])
    #expect(reach.includes("10.1.2.3") && reach.includes("2001:db8::7") && reach.includes("::ffff:10.1.2.3"))
    #expect(!reach.includes("11.1.2.3") && !reach.includes("unix:") && !reach.includes(""))
    #expect(!Reach(["nonsense"]).includes("10.1.2.3"))
}
