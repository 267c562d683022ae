import Glibc
import Testing

@testable import CGI

/// What is read of these entries, in their order.
private func read(_ entries: [String]) -> [String: String] {
    var list: [UnsafeMutablePointer<CChar>?] = entries.map { strdup($0) } + [nil]
    defer { list.forEach { free($0) } }
    return list.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.map { variables($0) } ?? [:] }
}

@Test("A header that came twice is one value, in order; of anything else that comes twice the first counts")
func twice() {
    let found = read([
        "HTTP_X_FORWARDED_FOR=203.0.113.9", "REMOTE_ADDR=10.0.0.5", "HTTP_COOKIE=a=1", "REMOTE_ADDR=10.0.0.6",
        "HTTP_X_FORWARDED_FOR=192.0.2.1, 10.1.0.1", "HTTP_COOKIE=b=2", "HTTPS=on", "HTTPS=", "PISHKHAN_HOME=/a",
        "PISHKHAN_HOME=/b",
        "HTTP_X_FORWARDED_FOR=",
    ])
    #expect(
        found == [
            "HTTP_X_FORWARDED_FOR": "203.0.113.9, 192.0.2.1, 10.1.0.1, ", "REMOTE_ADDR": "10.0.0.5", "HTTPS": "on",
            "HTTP_COOKIE": "a=1; b=2", "PISHKHAN_HOME": "/a",
        ])
}

@Test("What has no equals sign is no variable, and a value may hold more of them")
func odd() {
    #expect(read(["A", "B=", "C==", "=D", "E=f=g"]) == ["B": "", "C": "=", "": "D", "E": "f=g"])
}
