import Portal
import QRCode

extension Pages {
    /// A text as a QR code: dark on white whatever the page's colours, with the quiet zone that readers need.
    ///
    /// - Parameter alternative: what those read who do not see it.
    func qrPicture(of text: String, alternative: Text) -> HTML {
        guard let code = QRCode(text) else { return .empty }
        let quiet = 4
        var path = HTML.empty
        for y in 0..<code.side {
            var x = 0
            while x < code.side {
                let length = (x..<code.side).prefix { code.isDark($0, y) }.count
                if length > 0 { path.appendBar(x + quiet, y + quiet, length) }
                x += length + 1
            }
        }
        let side = code.side + 2 * quiet
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(texts(alternative))" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z" /><path d="\(path)" /></svg>

            """
    }
}

extension HTML {
    /// A dark bar of a row as a part of a path.
    fileprivate mutating func appendBar(_ x: Int, _ y: Int, _ length: Int) {
        append(markup: "M")
        append(x)
        append(markup: " ")
        append(y)
        append(markup: "h")
        append(length)
        append(markup: "v1h-")
        append(length)
        append(markup: "z")
    }
}
