import CGI
import Desk
import Pages
import Portal
import SQLite
import Sandbox
import Secrets
import Store

/// The served release with its settings, and the desk's data: what requests need, opened once, for one or for many.
final class FrontDesk {
    let portal: PortalSnapshot
    let settings: PortalSettings
    private let home: Home
    private let proxies: Proxies
    private let changes: Changes?
    private var openedStore: Store?
    private var isStoreCurrent = false
    /// The number of the last change before the desk's data were last looked at, and from which document root.
    private var lookedAt: (change: Int, documentRoot: String?)?
    /// The number of the last change before it was last seen that nobody wants the desk for themselves.
    private var unwanted: Int?
    private var deskFrames: [(language: Language, frame: DeskFrame)] = []

    /// - Parameters:
    ///   - sandbox: what of it is in force; the config may demand all of it, and may need less than is left.
    ///   - changes: what happens around a process in which all this stays open for many requests.
    init(home: Home, sandbox: inout SandboxState, changes: Changes? = nil) throws {
        self.home = home
        self.changes = changes
        portal = try PortalSnapshot(opening: home.snapshot)
        settings = portal.settings
        proxies = Proxies(settings.proxy.addresses)
        // Where no scanner is asked, what was left open for one is closed before anything of a body is read.
        if !settings.scanner.isNamed { sandbox.refuseSockets() }
        if settings.sandbox == .required, !sandbox.isWhole { throw StartFault.noSandbox(sandbox.summary) }
    }

    /// The desk's data, opened when it is first needed: error pages do without. What an earlier request has opened is looked
    /// at once in each.
    ///
    /// - Parameter seesOneMoment: whether a request's first call of this is the moment as of which it sees the data.
    func store(documentRoot: String?, seesOneMoment: Bool) throws -> Store {
        if let openedStore {
            if try isStoreCurrent || isCurrent(openedStore, documentRoot: documentRoot, seesOneMoment: seesOneMoment) {
                isStoreCurrent = true
                return openedStore
            }
            closeStore()
        }
        let change = changes?.number()
        let store = try Store(opening: home.data, documentRoot: documentRoot, seesOneMoment: seesOneMoment)
        openedStore = store
        isStoreCurrent = true
        lookedAt = change.map { ($0, documentRoot) }
        return store
    }

    /// Whether the desk's data are still those that an earlier request has opened. Whoever only reads goes by the last look
    /// where nothing has happened since; before a form is taken they are looked at in any case.
    private func isCurrent(_ store: Store, documentRoot: String?, seesOneMoment: Bool) throws -> Bool {
        let change = changes?.number()
        if seesOneMoment, let lookedAt, lookedAt.change == change, lookedAt.documentRoot == documentRoot {
            return store.hasThisVersion(seesOneMoment: seesOneMoment)
        }
        guard try store.isCurrent(documentRoot: documentRoot, seesOneMoment: seesOneMoment) else { return false }
        lookedAt = change.map { ($0, documentRoot) }
        return true
    }

    /// A request is over. The next one sees whatever has changed meanwhile.
    func endRequest() {
        isStoreCurrent = false
        let change = changes?.number()
        if unwanted != nil, unwanted == change { return }
        if home.data.isToBeClosed { closeStore() } else { unwanted = change }
    }

    /// Closes the desk's data, until somebody needs them.
    func closeStore() {
        openedStore = nil
        isStoreCurrent = false
    }

    /// Whether the desk's data are open.
    var isStoreOpen: Bool { openedStore != nil }

    /// What all desks in the language of these pages have in common, made once.
    func deskFrame(of pages: Pages) -> DeskFrame {
        if let kept = deskFrames.first(where: { $0.language == pages.language }) { return kept.frame }
        let frame = DeskFrame(pages)
        deskFrames.append((pages.language, frame))
        return frame
    }

    /// The desk's key, without the rest of its data.
    func key(documentRoot: String?) throws -> SecretKey {
        if let openedStore, isStoreCurrent { return openedStore.key }
        try home.data.check(documentRoot: documentRoot)
        return try home.data.secretKey()
    }

    /// Why the data cannot be used, where owners and modes are to blame.
    func cause(of error: any Error) -> any Error { home.data.cause(of: error) }

    /// Finds the route, lets its handler answer, and turns whatever it throws into a page.
    func answer(_ request: Request, body: inout BodyReader<RequestInput>, _ record: RequestRecord) -> Response {
        var request = request
        request.leave(mount: settings.cgiPath)
        request.remoteAddress = proxies.client(
            behind: request.remoteAddress, forwardedFor: request.header("X-Forwarded-For"))
        var visit = Visit(request: request, body: body, frontDesk: self, record: record)
        defer {
            body = visit.body
            // A browser takes its time to fetch the answer.
            openedStore?.endReading()
        }
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
        let path = Array(visit.request.path.utf8)
        var allowed: [String] = []
        for route in routes {
            guard let arguments = route.arguments(of: path) else { continue }
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
