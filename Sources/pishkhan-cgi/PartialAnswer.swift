import CGI

/// The bytes, or the one range of them that was asked for (RFC 9110, section 14): phones of one maker play no sound that
/// cannot be had in parts.
func partial(_ bytes: [UInt8], type: HeaderValue, of request: Request) -> Response {
    guard let range = request.header("Range").flatMap({ byteRange($0, of: bytes.count) }) else {
        var response = Response(.ok, contentType: type, body: .bytes(bytes))
        response.set("Accept-Ranges", "bytes")
        return response
    }
    var response = Response(.partialContent, contentType: type, body: .bytes(Array(bytes[range])))
    response.set("Accept-Ranges", "bytes")
    if let value = HeaderValue("bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)") {
        response.set("Content-Range", value)
    }
    return response
}

/// `bytes=first-last`, `bytes=first-` or `bytes=-count`; nil for anything else, which may be answered with the whole.
private func byteRange(_ header: String, of count: Int) -> Range<Int>? {
    guard header.hasPrefix("bytes=") else { return nil }
    let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    if ends[0].isEmpty {
        guard let last = Int(ends[1]), last > 0 else { return nil }
        return max(0, count - last)..<count
    }
    guard let first = Int(ends[0]), first < count else { return nil }
    guard !ends[1].isEmpty else { return first..<count }
    guard let last = Int(ends[1]), last >= first else { return nil }
    return first..<min(count, last + 1)
}
