import Glibc
import Store

/// The gateway `log`: a line of JSON for each message, for trying the portal without a provider.
struct LogSender: Gateway {
    let path: String

    func send(_ entry: OutboxEntry) throws(SendFault) {
        let message = entry.message
        let line =
            "{\"to\":\"\(jsonEscaped(message.to.e164))\",\"kind\":\"\(message.kind.rawValue)\",\"text\":\"\(jsonEscaped(message.text))\"}\n"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .temporary("cannot open \(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        // One write for one line: readers never see half of it.
        let bytes = Array(line.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw .temporary("cannot write \(path): \(String(cString: strerror(errno)))")
        }
    }
}
