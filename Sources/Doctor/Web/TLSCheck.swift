import HTTPClient

extension Check {
    /// Visitors come over TLS, and who has typed no https is led there.
    static let tls = Check("TLS") { examination in
        guard let web = examination.web else { return [] }
        if web.isSecure { return web.plain.map { plainFindings(of: $0, examination) } ?? [] }
        if examination.configured.isSecure || examination.leadsOn(web) { return plainFindings(of: web, examination) }
        guard !web.isLocal else { return [] }
        return [
            Finding(
                web.address, "has no TLS, so codes and letters can be read on their way",
                "get a certificate, write the https address into \(examination.config), run: pishkhan build, then \(examination.printAnew)"
            )
        ]
    }

    /// What is wrong with the plain address of a portal that has an https one.
    private static func plainFindings(of plain: WebPortal, _ examination: Examination) -> [Finding] {
        let settings = examination.configured
        let remedy =
            settings.isSecure && !settings.serverSpeaksTLS
            ? "let the proxy in front lead plain HTTP to \(settings.address)" : examination.printAnew
        let front: HTTPExchange.Answer
        do throws(HTTPFault) {
            front = try plain.answer(to: "/")
        } catch {
            return [
                Finding(
                    .note, plain.address, "does not answer (\(error)), so who has typed no https finds nothing",
                    remedy)
            ]
        }
        var findings: [Finding] = []
        if !(300...399).contains(front.status) || front["Location"]?.hasPrefix("https://") != true {
            findings.append(
                Finding(
                    plain.address, "answers with status \(front.status) and does not lead to https",
                    remedy))
        }
        let program = examination.configured.cgiPath + "/health"
        if let answer = try? plain.answer(to: program), answer["Cache-Control"] == "no-store" {
            findings.append(
                Finding(
                    plain.address(of: program), "is answered by the program without TLS", remedy))
        }
        return findings
    }
}
