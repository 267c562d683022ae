import Glibc

/// A port of this computer on which nobody from outside can connect.
final class Listener: Sendable {
    /// The port on 127.0.0.1.
    let port: Int
    /// One for IPv4, and one for IPv6 where the computer has it.
    private let sockets: [CInt]

    /// Listens on a port, or on the first free one.
    init(on ports: some Sequence<Int>) throws(PreviewFault) {
        var reason = ""
        for port in ports {
            if let first = Self.listen(family: AF_INET, port: port) {
                self.port = port
                // `localhost` may mean either; who types 127.0.0.1 needs only the first.
                sockets = [first, Self.listen(family: AF_INET6, port: port)].compactMap(\.self)
                return
            }
            reason = String(cString: strerror(errno))
        }
        throw .cannotListen(port: ports.first { _ in true } ?? 0, reason: reason)
    }

    deinit { for socket in sockets { close(socket) } }

    /// Waits for a browser; nil where the socket fails.
    func accept() -> CInt? {
        var waiting = sockets.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            for socket in waiting where socket.revents != 0 {
                let connection = Glibc.accept(socket.fd, nil, nil)
                if connection >= 0 { return connection }
            }
        }
    }

    private static func listen(family: CInt, port: Int) -> CInt? {
        let socket = Glibc.socket(
            family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard socket >= 0 else { return nil }
        var on: CInt = 1
        let size = socklen_t(MemoryLayout<CInt>.size)
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, size)
        setsockopt(socket, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, size)
        guard bind(socket, family: family, port: port), Glibc.listen(socket, 64) == 0 else {
            let reason = errno
            close(socket)
            errno = reason
            return nil
        }
        return socket
    }

    private static func bind(_ socket: CInt, family: CInt, port: Int) -> Bool {
        func bind<Address>(_ address: Address) -> Bool {
            withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.bind(socket, $0, socklen_t(MemoryLayout<Address>.size)) == 0
                }
            }
        }
        if family == AF_INET {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
            return bind(address)
        }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = in_port_t(port).bigEndian
        address.sin6_addr = in6addr_loopback
        return bind(address)
    }
}
