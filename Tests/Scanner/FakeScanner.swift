import Foundation
import Glibc

/// Something that listens where clamd would, and does to one connection what a test says.
final class FakeScanner: @unchecked Sendable {
    let path = NSTemporaryDirectory() + "scanner-" + UUID().uuidString.prefix(8)
    private let listening: CInt
    private let done = DispatchSemaphore(value: 0)
    private(set) var received: [UInt8] = []

    /// - Parameter backlog: connections that wait unaccepted.
    init(backlog: CInt = 5, _ serve: (@Sendable (FakeScanner, CInt) -> Void)? = nil) {
        listening = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                precondition(bind(listening, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0)
            }
        }
        listen(listening, backlog)
        guard let serve else {
            done.signal()
            return
        }
        Thread.detachNewThread { [self] in
            let connection = accept(listening, nil, nil)
            serve(self, connection)
            close(connection)
            done.signal()
        }
    }

    deinit {
        close(listening)
        unlink(path)
    }

    func waitUntilDone() { done.wait() }

    /// Reads until the zero-length chunk, or so many bytes.
    func read(_ connection: CInt, atMost limit: Int = .max) {
        var room = [UInt8](repeating: 0, count: 65_536)
        while received.count < limit {
            let count = Glibc.read(connection, &room, min(room.count, limit - received.count))
            guard count > 0 else { return }
            received += room[..<count]
            if received.count >= 14, received.suffix(4) == [0, 0, 0, 0] { return }
        }
    }

    func answer(_ connection: CInt, _ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(connection, bytes, bytes.count)
    }
}

/// A file with these bytes and no name.
func temporaryFile(_ bytes: [UInt8]) -> CInt {
    var template = Array((NSTemporaryDirectory() + "scanned-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    unlink(template)
    bytes.withUnsafeBytes { precondition(write(descriptor, $0.baseAddress, $0.count) == $0.count) }
    return descriptor
}
