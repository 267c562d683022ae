import CGI
import Desk
import Pages
import Persian
import Portal
import Secrets
import Store

/// One request on its way through a handler.
struct Visit {
    let request: Request
    var body: BodyReader<RequestInput>
    let frontDesk: FrontDesk
    /// UTC seconds.
    let now: Int
    /// What the log says of this request.
    let record: RequestRecord
    /// The numbers in the path.
    var arguments: [Int] = []
    /// The language of the answer.
    var language: Language
    /// Who is signed in, once a handler has asked.
    var account: Pages.Account?
    /// The cookie to which the forms of the answer are bound.
    var formCookie: Token?
    /// The dynamic path under which the answer can be had again by GET, for the links to other languages.
    var ownPath: String
    /// Where the links to other languages lead, if the answer is a page that exists as a static one.
    var staticPath: (@Sendable (PortalPaths) -> String)?

    init(request: Request, body: BodyReader<RequestInput>, frontDesk: FrontDesk, record: RequestRecord) {
        self.request = request
        self.body = body
        self.frontDesk = frontDesk
        now = record.now
        self.record = record
        let languages = frontDesk.settings.languages
        let cookie = CookieName.whole(CookieName.language, isSecure: frontDesk.settings.isSecure)
        let wish = request.query["lang"] ?? request.cookies[cookie]
        language =
            wish.flatMap(Language.init(rawValue:)).flatMap { languages.contains($0) ? $0 : nil }
            ?? languages.first ?? .persian
        ownPath = request.path
    }

    var settings: PortalSettings { frontDesk.settings }
    var portal: PortalSnapshot { frontDesk.portal }
    var limits: Limits { settings.limits }
    var paths: PortalPaths { PortalPaths(settings: settings, language: language) }

    /// The day at the portal's place.
    var today: DayNumber { DayNumber(utcSeconds: now, offset: settings.utcOffset) }

    /// The desk's data; a page that only shows something shows it as it was at one moment.
    func store() throws -> Store {
        try frontDesk.store(documentRoot: request.documentRoot, seesOneMoment: request.method != .post)
    }

    /// The desk's key, for what needs nothing else of the data.
    func key() throws -> SecretKey { try frontDesk.key(documentRoot: request.documentRoot) }

    /// The address, or the network of one customer, by which tries and sends are limited.
    var network: String { request.clientNetwork }

    /// A letter's id, or another number in the path.
    func argument(_ index: Int) throws(Refusal) -> Int {
        guard arguments.indices.contains(index) else { throw .notFound }
        return arguments[index]
    }

    /// The last id of the page of a list before this one, from the query; nil for the first page.
    func placeInList() throws(Refusal) -> Int? {
        guard let text = request.query["from"] else { return nil }
        guard let id = Int(text), id > 0 else { throw .badRequest }
        return id
    }

    /// The pages for this visit.
    func pages() -> Pages {
        let texts = (try? portal.texts(language)) ?? Texts(language: language, table: StringTable([]))
        let token = formCookie.flatMap { cookie in try? store().formToken(for: cookie) } ?? ""
        return Pages(
            settings: settings, texts: texts, account: account, formToken: token, otherLanguages: otherLanguages,
            showing: .at(now), requestNumber: record.number.text)
    }

    private var otherLanguages: [(language: Language, path: String)] {
        settings.languages.filter { $0 != language }.map { other in
            if let staticPath { return (other, staticPath(PortalPaths(settings: settings, language: other))) }
            let kept =
                request.method == .post ? [] : request.query.pairs.filter { $0.name != "lang" && $0.name != "done" }
            var path = paths.dynamic(ownPath) + "?"
            for pair in kept {
                path += percentEncoded(forQuery: pair.name) + "=" + percentEncoded(forQuery: pair.value) + "&"
            }
            return (other, path + "lang=" + other.rawValue)
        }
    }

    /// A page in the shell of the release.
    ///
    /// - Parameter pages: what has made it, if it is at hand.
    func page(_ page: Page, _ status: Status = .ok, by pages: Pages? = nil) -> Response {
        guard let shell = try? portal.shell(language) else {
            return PlainPage.answer(.serviceUnavailable, record.number)
        }
        let document = (pages ?? self.pages()).document(page, in: shell)
        var response = Response(status, contentType: "text/html; charset=utf-8", body: .bytes(document))
        response.setPageHeaders()
        return response
    }

    /// Leads the browser to another page, after something was done.
    func redirect(_ path: String) -> Response {
        var response = Response.seeOther(path)
        response.setPageHeaders()
        return response
    }
}
