extension Response {
    /// The header lines as a CGI program writes them, up to and with the empty line.
    var head: [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(1_024)
        // Bytes, not a string, which would inspect each of its pieces.
        func add(_ name: String, _ value: String) {
            var (name, value) = (name, value)
            name.withUTF8 { lines.append(contentsOf: $0) }
            lines.append(.ascii(":"))
            lines.append(.space)
            value.withUTF8 { lines.append(contentsOf: $0) }
            lines.append(.carriageReturn)
            lines.append(.lineFeed)
        }
        add("Status", "\(status.code) \(status.reason)")
        for header in headers { add(header.name.description, header.value.description) }
        // RFC 9110, section 15.4.5: a 304 has no body, and a length would speak of the one that the client has.
        if status != .notModified {
            // RFC 3875, section 6.3.1: a body must have a type.
            if contentLength > 0, self["Content-Type"] == nil { add("Content-Type", "application/octet-stream") }
            add("Content-Length", String(contentLength))
        }
        lines.append(.carriageReturn)
        lines.append(.lineFeed)
        return lines
    }
}
