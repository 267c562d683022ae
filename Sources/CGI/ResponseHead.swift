extension Response {
    /// The header lines as a CGI program writes them, up to and with the empty line.
    var head: [UInt8] {
        var text = "Status: " + String(status.code) + " " + status.reason + "\r\n"
        text.reserveCapacity(1_024)
        for header in headers { text += header.name.description + ": " + header.value.description + "\r\n" }
        // RFC 9110, section 15.4.5: a 304 has no body, and a length would speak of the one that the client has.
        if status != .notModified {
            // RFC 3875, section 6.3.1: a body must have a type.
            if contentLength > 0, self["Content-Type"] == nil { text += "Content-Type: application/octet-stream\r\n" }
            text += "Content-Length: " + String(contentLength) + "\r\n"
        }
        return Array((text + "\r\n").utf8)
    }
}
