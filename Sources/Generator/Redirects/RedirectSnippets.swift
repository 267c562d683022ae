import CGI
import Configuration
import Portal

/// The redirects of a site as each web server includes them.
///
/// Old and new paths hold nothing that a configuration would read, such as quotation marks, backslashes and dollars: the
/// config is refused otherwise.
struct RedirectSnippets {
    private let redirects: [(from: String, to: String)]

    init(_ site: Site) {
        redirects = site.redirects.map { ($0.from, $0.to) }
    }

    /// What is written beside what the CGI program reads: name and text.
    var files: [ReleaseFile] {
        [("apache", apache), ("nginx", nginx), ("lighttpd", lighttpd), ("caddy", caddy), ("h2o", h2o)].map {
            server, text in
            ReleaseFile("redirects.\(server).conf") { Array(text.utf8) }
        }
    }

    private static let head = "# Made by pishkhan build from the config's redirects.\n"

    /// Apache compares with the decoded path, and makes a whole address of the new one.
    private var apache: String {
        Self.head
            + redirects.map { "RedirectMatch 301 \"^\(Self.literal($0.from))$\" \"\(Self.encoded($0.to))\"\n" }.joined()
    }

    /// nginx compares with the decoded path.
    private var nginx: String {
        Self.head + redirects.map { "location = \"\($0.from)\" { return 301 \"\(Self.encoded($0.to))\"; }\n" }.joined()
    }

    /// lighttpd compares with the path and the query as they were sent.
    private var lighttpd: String {
        let lines = redirects.map {
            "    \"^\(Self.literal(Self.encoded($0.from)))(\\?.*)?$\" => \"\(Self.encoded($0.to).replacingPercent())\",\n"
        }
        return Self.head + "url.redirect = (\n" + lines.joined() + ")\nurl.redirect-code = 301\n"
    }

    /// Caddy compares with the decoded path; its own comparison of paths would not tell capitals from small letters.
    private var caddy: String {
        Self.head
            + redirects.enumerated().map { number, one in
                "@moved\(number) path_regexp \"^\(Self.literal(one.from))$\"\n"
                    + "redir @moved\(number) \"\(Self.encoded(one.to))\" 301\n"
            }.joined()
    }

    /// H2O runs it as Ruby before it looks for a file; 399 tells it to go on. It compares with the path as it was sent. The table is made once, and in a function of its
    /// own: variables outside of one are shared with other handlers.
    private var h2o: String {
        let lines = redirects.map { "    \"\(Self.encoded($0.from))\" => \"\(Self.encoded($0.to))\",\n" }
        return Self.head + """
            lambda do
              moved = {
            \(lines.joined())  }
              Proc.new do |request|
                target = moved[request["PATH_INFO"]]
                target ? [301, { "location" => target }, []] : [399, {}, []]
              end
            end.call

            """
    }

    /// A text as a regular expression that matches it alone.
    private static func literal(_ text: String) -> String {
        String(text.flatMap { ".+*()".contains($0) ? ["\\", $0] : [$0] })
    }

    /// An address with everything but ASCII written as `%D8` and the like.
    private static func encoded(_ address: String) -> String { percentEncoded(address.utf8) { $0 < 0x80 } }
}

extension String {
    /// lighttpd takes a percent sign and a digit in the new path for a group of the request's host: `%%` is a percent sign.
    fileprivate func replacingPercent() -> String {
        split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    }
}
