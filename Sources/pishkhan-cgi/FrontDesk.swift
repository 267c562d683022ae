import CGI
import Desk
import Pages
import Portal
import SQLite
import Sandbox
import Secrets
import Store

/// The served release with its settings, and the desk's data: what requests need, opened once.
final class FrontDesk {
    let portal: PortalSnapshot
    let settings: PortalSettings
    private let home: Home
    private var openedStore: Store?

    /// - Parameter sandbox: what of it is in force; the config may demand all of it, and may need less than is left.
    init(home: Home, sandbox: inout SandboxState) throws {
        self.home = home
        portal = try PortalSnapshot(opening: home.snapshot)
        settings = portal.settings
        // Where no scanner is asked, what was left open for one is closed before anything of a body is read.
        if !settings.scanner.isNamed { sandbox.refuseSockets() }
        if settings.sandbox == .required, !sandbox.isWhole { throw StartFault.noSandbox(sandbox.summary) }
    }

    /// The desk's data, opened when it is first needed: error pages do without.
    func store(documentRoot: String?) throws -> Store {
        if let openedStore { return openedStore }
        let store = try Store(opening: home.data, documentRoot: documentRoot)
        openedStore = store
        return store
    }

    /// The desk's key, without the rest of its data.
    func key(documentRoot: String?) throws -> SecretKey {
        if let openedStore { return openedStore.key }
        try home.data.check(documentRoot: documentRoot)
        return try home.data.secretKey()
    }

    /// Finds the route, lets its handler answer, and turns whatever it throws into a page.
    func answer(_ request: Request, body: inout BodyReader<StandardInput>, _ record: RequestRecord) -> Response {
        var visit = Visit(request: request, body: body, frontDesk: self, record: record)
        defer { body = visit.body }
        var response: Response
        do {
            response = try Self.routed(&visit)
            if visit.request.query["lang"] != nil { response.add(visit.languageCookie) }
        } catch {
            response = visit.answer(to: error)
        }
        // A TLS end in front of the web server may not tell it of TLS, but the config does.
        if settings.isSecure { response.setStrictTransport() }
        return response
    }

    private static func routed(_ visit: inout Visit) throws -> Response {
        try visit.requireReach()
        let method: Method = visit.request.method == .head ? .get : visit.request.method
        var allowed: [String] = []
        for route in routes {
            guard let arguments = route.arguments(of: visit.request.path) else { continue }
            visit.record.route = route.pattern
            if route.method == method {
                visit.arguments = arguments
                return try route.handler(&visit)
            }
            allowed.append(route.method == .get ? "GET, HEAD" : "POST")
        }
        throw allowed.isEmpty ? Refusal.notFound : Refusal.wrongMethod(allowed: allowed.joined(separator: ", "))
    }
}
