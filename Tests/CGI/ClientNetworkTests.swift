import CGI
import Testing

@Test(
    "Limits count IPv4 addresses whole and IPv6 by the /64",
    arguments: [
        ("192.0.2.77", "192.0.2.77"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"), ("::1", "0:0:0:0::/64"),
        ("fe80::1%eth0", "fe80:0:0:0::/64"), ("::ffff:192.0.2.77", "192.0.2.77"), ("::ffff:c000:24d", "192.0.2.77"),
        ("unix:", "unix:"),
    ])
func networks(address: String, network: String) throws {
    let request = try Request(environment: [
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "REMOTE_ADDR": address, "HTTP_X_FORWARDED_FOR": "198.51.100.1",
    ])
    #expect(request.clientNetwork == network)
}
