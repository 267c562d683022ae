import Glibc
import JSON5
import Store

/// The gateway `log`: a line of JSON for each message, for trying the portal without a provider.
struct LogSender: Gateway {
    let path: String

    func send(_ entry: OutboxEntry) throws(SendFault) {
        let message = entry.message
        let members = [("to", message.to.e164), ("kind", message.kind.rawValue), ("text", message.text)]
        let line = "{" + members.map { "\"\($0)\":\(jsonString($1))" }.joined(separator: ",") + "}\n"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault("open") }
        defer { close(descriptor) }
        // One write for one line: readers never see half of it.
        let bytes = Array(line.utf8)
        let written = write(descriptor, bytes, bytes.count)
        guard written >= 0 else { throw fault("write") }
        guard written == bytes.count else {
            // A full disk takes half a line; the next one must not begin in its middle.
            ftruncate(descriptor, lseek(descriptor, 0, SEEK_CUR) - written)
            throw .temporary("cannot write \(path): no space left")
        }
    }

    private func fault(_ doing: String) -> SendFault {
        .temporary("cannot \(doing) \(path): \(String(cString: strerror(errno)))")
    }
}
