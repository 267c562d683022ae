import Glibc
import HTTPClient

extension Check {
    /// The CGI program answers where the config says.
    static let program = Check("program") { examination in
        guard let web = examination.readyWeb() else { return [] }
        let path = examination.configured.cgiPath + "/health"
        let answer = try web.answer(to: path)
        let address = web.address(of: path)
        if answer.bytes.starts(with: [0x7f] + Array("ELF".utf8)) || answer.bytes.starts(with: "#!".utf8) {
            return [
                Finding(
                    address, "hands out the program itself: the web server does not run it", examination.printAnew)
            ]
        }
        switch answer.status {
        case 200 where answer.bytes.starts(with: "ok\n".utf8): return []
        case 503 where answer["Cache-Control"] == "no-store":
            return [
                Finding(
                    address, "answers that no letter can be registered",
                    "run: pishkhan doctor --config \(quoted(examination.config)), and read the web server's error log")
            ]
        default:
            let causes = examination.programFindings + examination.socketFindings(of: answer.status)
            guard causes.isEmpty else { return causes }
            if answer.status == 404 {
                return [Finding(address, "answers 404: no program is mounted there", examination.printAnew)]
            }
            return [
                Finding(
                    address, "answers with status \(answer.status) and not with ok: the program does not run",
                    "read the web server's error log; if the program is not even begun, \(examination.printAnew)")
            ]
        }
    }
}

extension Examination {
    /// Whether the portal runs on this machine, so that its files can be looked at.
    private var isHere: Bool { FileFacts(home.current, followingLinks: true) != nil }

    /// What keeps the web server from running the program.
    fileprivate var programFindings: [Finding] {
        guard isHere else { return [] }
        guard let real = realPath(program) else {
            return [
                Finding(
                    program, "is missing", "run: install -m 755 .build/cgi/release/pishkhan-cgi \(quoted(program))")
            ]
        }
        guard let user = webUser else { return [] }
        if let folder = Check.closedFolder(above: real, to: user) { return [folder] }
        guard let facts = FileFacts(real), facts.kind != .file || !user.may(1, facts) else { return [] }
        return [
            Finding(
                real, "\(facts.description), so \(user.name) cannot run it", "run: chmod a+rx \(quoted(real))")
        ]
    }

    /// What keeps the web server from passing requests on to the program's processes, where it answers that nobody is there.
    fileprivate func socketFindings(of status: Int) -> [Finding] {
        guard isHere, (502...504).contains(status) else { return [] }
        let (path, unit) = (socket.path, socket.unit)
        let start = "run: systemctl enable \(unit) && systemctl restart \(unit)"
        guard let facts = FileFacts(path, followingLinks: true) else {
            return [Finding(path, "is missing, so nobody runs the program", start)]
        }
        guard facts.kind == .other else {
            return [
                Finding(
                    path, "is no socket, and in the way of one",
                    "run: rm \(quoted(path)), and then \(start.dropFirst(5))")
            ]
        }
        if let user = webUser {
            if let folder = Check.closedFolder(above: path, to: user) { return [folder] }
            if !user.may(2, facts) {
                return [
                    Finding(
                        path, "\(facts.description), so \(user.name) cannot write to it",
                        "run: chown \(user.name): \(quoted(path)) && chmod 660 \(quoted(path)), and for good: systemctl edit \(unit), with SocketUser=\(user.name) and SocketMode=0660 in [Socket]"
                    )
                ]
            }
        }
        return somebodyListens(behind: path) ? [] : [Finding(path, "is there, but nobody listens behind it", start)]
    }
}

/// Whether a connection to a Unix socket is taken.
private func somebodyListens(behind path: String) -> Bool {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
        }
    }
}
