import Portal
import QRCode

extension Pages {
    /// A text as a QR code: dark on white whatever the page's colours, with the quiet zone that readers need.
    ///
    /// - Parameter alternative: what those read who do not see it.
    func qrPicture(of text: String, alternative: Text) -> HTML {
        guard let code = QRCode(text) else { return .empty }
        let quiet = 4
        var path = ""
        for y in 0..<code.side {
            var x = 0
            while x < code.side {
                let length = (x..<code.side).prefix { code.isDark($0, y) }.count
                if length > 0 { path += "M\(x + quiet) \(y + quiet)h\(length)v1h-\(length)z" }
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
