import Foundation

/// A server on loopback that takes one connection, reads one request, gives one answer, or none, and is gone.
final class AnsweringServer: @unchecked Sendable {
    // Written by the thread before it signals, read after waiting for the signal.
    private var received = ""
    private let done = DispatchSemaphore(value: 0)
    let port: UInt16

    /// - Parameter delay: seconds for which the answer is held back.
    init(_ answer: String, delay: Double = 0) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(listener, raw, length) == 0 && listen(listener, 1) == 0 && getsockname(listener, raw, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            let peer = accept(listener, nil, nil)
            received = Self.readRequest(peer)
            if delay > 0 { Thread.sleep(forTimeInterval: delay) }
            _ = answer.withCString { send(peer, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
            close(peer)
            close(listener)
            done.signal()
        }
    }

    /// The request, once it has been answered.
    func request() -> String {
        done.wait()
        return received
    }

    private static func readRequest(_ peer: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let head = text.range(of: "\r\n\r\n") {
                let length =
                    text[..<head.lowerBound].lowercased().components(separatedBy: "content-length: ").last
                    .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
                if text[head.upperBound...].utf8.count >= length { return text }
            }
            let count = recv(peer, &buffer, buffer.count, 0)
            guard count > 0 else { return text }
            bytes += buffer.prefix(count)
        }
    }
}
