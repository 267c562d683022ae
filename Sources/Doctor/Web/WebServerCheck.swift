import HTTPClient

extension Check {
    /// Somebody answers at the address, with the portal's front page.
    static let webServer = Check("web server") { examination in
        guard let web = examination.web, !examination.leadsOn(web) else { return [] }
        let answer: HTTPExchange.Answer
        do throws(HTTPFault) {
            answer = try web.answer(to: "/")
        } catch {
            if case .library(let reason) = error {
                return [Finding("libcurl", "cannot be used: \(reason)", "run: apt-get install libcurl4")]
            }
            return [
                Finding(
                    web.address, "does not answer: \(error)",
                    "run: systemctl status apache2 nginx lighttpd caddy h2o, and look whether the name leads to this machine and the port is open"
                )
            ]
        }
        guard answer.status != 200 else { return [] }
        let root = examination.home.current + "/public"
        let user = examination.webUser
        if let user, let page = realPath(root + "/index.html") {
            if let folder = Check.closedFolder(above: page, to: user) { return [folder] }
            if let facts = FileFacts(page), !user.may(4, facts) {
                return [
                    Finding(
                        page, "\(facts.description), so \(user.name) cannot read it",
                        "run: chmod -R a+rX \(quoted(examination.home.releases))")
                ]
            }
        }
        return [
            Finding(
                web.address,
                "answers with status \(answer.status) and not with the front page; \(root) is to be its folder",
                examination.printAnew)
        ]
    }
}
