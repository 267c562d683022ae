import Pages

/// A page of the portal with what the preview adds: its script, and what is wrong.
func injected(_ page: [UInt8], script: HTML, problems: HTML?) -> [UInt8] {
    var page = page
    // From the end to the beginning, so that the places stay right.
    if let problems, let body = page.firstRange(of: "<body"), let end = page[body.upperBound...].firstIndex(of: 0x3e) {
        page.insert(contentsOf: problems.bytes, at: end + 1)
    }
    let place = page.firstRange(of: "</head>")?.lowerBound ?? 0
    page.insert(contentsOf: ("\(Answer.styleSheet)\(script)\n" as HTML).bytes, at: place)
    return page
}

extension [UInt8] {
    fileprivate func firstRange(of text: StaticString) -> Range<Int>? {
        let wanted = text.withUTF8Buffer { Array($0) }
        guard count >= wanted.count else { return nil }
        return (0...(count - wanted.count)).first { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
            .map { $0..<($0 + wanted.count) }
    }
}
