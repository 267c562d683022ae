import Desk
import Portal
import QRCode

extension Pages {
    /// The recovery codes, which are shown only this once.
    public func recoveryCodes(_ codes: [String]) -> Page {
        let lines = codes.map { code -> HTML in "<li>\(number(Self.groups(of: code).joined(separator: " ")))</li>" }
        let next = if case .staff = account { paths.dynamic("/staff/account") } else { paths.desk }
        return Page(
            title: texts(.recoveryTitle),
            main: """
                <h1>\(texts(.recoveryTitle))</h1>
                <p class="lead">\(texts(.recoveryLead))</p>
                <ol class="recovery-codes">\(lines)</ol>
                <div class="actions"><a class="button" href="\(next)">\(texts(.recoveryKept))</a></div>

                """)
    }

    /// A key as a picture: dark on white whatever the page's colours, with the quiet zone that readers need.
    func picture(of key: OfferedKey) -> HTML {
        guard let code = QRCode(key.address) else { return .empty }
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
            <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(texts(.authenticatorPicture))" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z" /><path d="\(path)" /></svg>

            """
    }
}
