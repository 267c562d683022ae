import CGI
import Desk
import Pages
import Portal
import SQLite
import Store

/// The served release and the settings in it: what every request needs.
struct FrontDesk {
    let home: Home
    let portal: PortalSnapshot
    let settings: PortalSettings

    init(home: Home) throws {
        self.home = home
        portal = try PortalSnapshot(opening: home.snapshot)
        settings = try portal.settings()
    }

    /// Finds the route, lets its handler answer, and turns whatever it throws into a page.
    func answer(_ request: Request, body: inout BodyReader<StandardInput>, now: Int) -> Response {
        var visit = Visit(request: request, body: body, frontDesk: self, now: now)
        defer { body = visit.body }
        do {
            var response = try Self.routed(&visit)
            if let cookie = visit.languageCookie { response.add(cookie) }
            return response
        } catch {
            return visit.answer(to: error)
        }
    }

    private static func routed(_ visit: inout Visit) throws -> Response {
        let method: Method = visit.request.method == .head ? .get : visit.request.method
        var allowed: [String] = []
        for route in routes {
            guard let arguments = route.arguments(of: visit.request.path) else { continue }
            if route.method == method {
                visit.arguments = arguments
                return try route.handler(&visit)
            }
            allowed.append(route.method == .get ? "GET, HEAD" : "POST")
        }
        throw allowed.isEmpty ? Refusal.notFound : Refusal.wrongMethod(allowed: allowed.joined(separator: ", "))
    }
}
