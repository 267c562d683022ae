import Mustache
import Portal

extension WebServer {
    /// The whole configuration of a portal, to be written into a file of this server's.
    ///
    /// - Throws: ``ServedSiteFault`` where a path cannot stand in it.
    public func configuration(of site: ServedSite) throws -> String {
        guard let template else { preconditionFailure("built_in.c has no template for \(rawValue)") }
        let text = try Template(template.bytes, name: template.path).rendered(.object(try values(of: site)))
        return String(decoding: text, as: UTF8.self)
    }

    /// What the template names. Nothing in it needs escaping: paths are checked here, and the config's reader has let
    /// nothing into address and `cgiPath` but letters, digits and a few signs.
    private func values(of site: ServedSite) throws(ServedSiteFault) -> [String: TemplateValue] {
        let settings = site.settings
        let (program, socket) =
            switch site.gateway {
            case .program(let program): (program, "")
            case .wrapper(let socket, let program): (program, socket)
            case .fastCGI(let socket): ("", socket)
            }
        return [
            "server": .plain(rawValue),
            "file": .plain(file),
            "activation": .plain(activation),
            "host": .plain(site.host),
            "address": .plain(settings.origin),
            "listening": listening(site.listening),
            "plainListening": listening(site.plainListening),
            "tls": .bool(settings.serverSpeaksTLS),
            "secure": .bool(settings.isSecure),
            "proxies": .list(settings.proxy.addresses.map { .object(["network": .plain($0)]) }),
            "certificate": try certificate(of: site),
            "strictTransport": .plain(StaticHeaders.strictTransport),
            "home": try path(site.home, "the home"),
            "logs": try path(site.logs, "the folder of the logs"),
            "program": program.isEmpty ? .bool(false) : try path(program, "the CGI program"),
            "socket": socket.isEmpty ? .bool(false) : try path(socket, "the socket"),
            "cgiPath": .plain(settings.cgiPath),
            "cgiPattern": .plain(Self.literal(settings.cgiPath)),
            "mostBytes": .plain(String(site.mostBytes)),
            "mostKiB": .plain(String(site.mostBytes / 1_024)),
            "mostMiB": .plain(String(site.mostBytes / ServedSite.mebibyte)),
            "otherLanguages": .list(settings.languages.dropFirst().map { .object(["code": .plain($0.rawValue)]) }),
            "headers": .list(
                StaticHeaders.all.map { .object(["name": .plain($0.name), "value": .plain($0.value)]) }),
            "keptForGood": .plain(StaticHeaders.keptForGood),
            "brotli": .bool(site.sendsBrotli),
            "types": .list(MediaType.all.map(Self.values)),
            "texts": .list(MediaType.all.filter(\.isText).map(Self.values)),
            "unknownType": .plain(MediaType.unknown),
        ]
    }

    private func listening(_ listening: Listening) -> TemplateValue {
        .object(["interface": .plain(listening.interface), "port": .plain(String(listening.port))])
    }

    private func certificate(of site: ServedSite) throws(ServedSiteFault) -> TemplateValue {
        guard let files = site.certificate else { return .bool(false) }
        return .object([
            "chain": try path(files.chain, "the certificate"), "key": try path(files.key, "the certificate's key"),
        ])
    }

    private func path(_ path: String, _ subject: String) throws(ServedSiteFault) -> TemplateValue {
        .plain(try ServerPath.checked(path, of: subject))
    }

    private static func values(of type: MediaType) -> TemplateValue {
        let name = type.name.split(separator: ";")[0]
        return .object(["ending": .plain(type.ending), "name": .plain(type.name), "bareName": .plain(String(name))])
    }

    /// A path as a regular expression that matches it alone.
    private static func literal(_ path: String) -> String {
        String(path.flatMap { $0 == "." ? ["\\", $0] : [$0] })
    }
}

extension TemplateValue {
    /// Text that is written as it is.
    fileprivate static func plain(_ text: String) -> TemplateValue { .html(Array(text.utf8)) }
}
