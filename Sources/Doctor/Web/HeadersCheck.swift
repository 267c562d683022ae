import HTTPClient
import Portal

extension Check {
    /// Static pages, errors among them, come with the headers that protect their readers; assets may be kept.
    static let headers = Check("headers") { examination in
        guard let web = examination.readyWeb() else { return [] }
        var findings: [Finding] = []
        for path in ["/", "/no-such-page"] {
            let answer = try web.answer(to: path)
            var wanted = StaticHeaders.all + [("Cache-Control", "no-cache")]
            if web.isSecure { wanted.append(("Strict-Transport-Security", StaticHeaders.strictTransport)) }
            for (name, value) in wanted where answer[name] != value {
                let found = answer[name].map { "has \(name): \($0)" } ?? "comes without \(name)"
                findings.append(
                    Finding(web.address(of: path), "\(found), expected \(value)", examination.printAnew))
            }
        }
        let dynamic = examination.configured.cgiPath + "/staff/login"
        let answer = try web.answer(to: dynamic)
        if web.isSecure, answer.status == 200, answer["Strict-Transport-Security"] == nil {
            findings.append(
                Finding(
                    web.address(of: dynamic), "comes without Strict-Transport-Security", examination.printAnew))
        }
        return findings
    }

    /// Text comes compressed to who takes it so.
    static let compression = Check("compression") { examination in
        guard let web = examination.readyWeb() else { return [] }
        guard try web.answer(to: "/", accepting: "gzip")["Content-Encoding"] != "gzip" else { return [] }
        let packed = examination.home.current + "/public/index.html.gz"
        let isMade = FileFacts(packed, followingLinks: true) != nil
        let hasRelease = FileFacts(examination.home.current, followingLinks: true) != nil
        return [
            Finding(
                .note, web.address, "is not sent in gzip, which makes it slow on telephones",
                isMade || !hasRelease
                    ? examination.printAnew
                    : "run: pishkhan build --config \(quoted(examination.config)) --home \(quoted(examination.home.path)), without --uncompressed"
            )
        ]
    }
}
