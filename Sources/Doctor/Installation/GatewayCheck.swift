import Portal

extension Check {
    /// Messages can leave: the provider's secret is there, and the worker's alone.
    static let gateway = Check("gateway") { examination in
        guard let settings = examination.settings else { return [] }
        switch settings.sms {
        case .log:
            guard settings.isSecure else { return [] }
            return [
                Finding(
                    .note, "sms.gateway", "is \"log\": citizens get no messages, and so no codes",
                    "name a provider in the config when the portal goes public")
            ]
        case .http(let gateway): return openRequests(gateway) + secret(gateway, examination)
        }
    }

    private static func openRequests(_ gateway: HTTPGateway) -> [Finding] {
        let isOpen = gateway.requests.contains { request in
            let host = request.url.dropFirst("http://".count)
            return request.url.hasPrefix("http://")
                && !["127.0.0.1", "localhost", "[::1]"].contains { host.hasPrefix($0) }
        }
        guard isOpen else { return [] }
        return [
            Finding(
                .note, "sms.http", "uses http://, so codes and the secret can be read on their way",
                "use the provider's https:// address")
        ]
    }

    private static func secret(_ gateway: HTTPGateway, _ examination: Examination) -> [Finding] {
        let path = gateway.secretFile
        guard !path.isEmpty else { return [] }
        let owner = examination.serverUser?.name ?? "the worker's user"
        guard let facts = FileFacts(path, followingLinks: true) else {
            return [
                Finding(
                    path, "is missing, and without the secret no message leaves", "write the provider's secret into it")
            ]
        }
        if facts.mode & 0o077 != 0 {
            return [
                Finding(
                    path, "\(facts.description), so others can read the secret", "run: chmod go-rwx \(quoted(path))")
            ]
        }
        if let user = examination.serverUser, !user.may(4, facts) {
            return [
                Finding(
                    path, "\(facts.description), so \(owner) cannot read the secret",
                    "run: chown \(owner): \(quoted(path))")
            ]
        }
        return facts.size == 0 ? [Finding(path, "is empty", "write the provider's secret into it")] : []
    }
}
