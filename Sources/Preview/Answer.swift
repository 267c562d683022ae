import CGI
import Pages
import Portal

/// What the preview answers: a status, header fields and a body.
struct Answer: Equatable {
    var status: String
    var fields: [(name: String, value: String)]
    var body: [UInt8]

    /// The look of the preview's own pages and of the problems.
    static let styleSheet: HTML = "<link rel=\"stylesheet\" href=\"/.preview/preview.css\">"

    init(_ status: String, type: String, _ body: [UInt8]) {
        self.status = status
        self.body = body
        // Those of the web servers, so that the preview shows what breaks the policy.
        fields = [("Content-Type", type), ("Cache-Control", "no-store")] + StaticHeaders.all
    }

    /// To another path of the preview, or to a whole address. What a header line cannot hold is escaped.
    static func moved(to target: String) -> Answer {
        let location = percentEncoded(target.utf8) { (0x21...0x7e).contains($0) }
        var answer = Answer("301 Moved Permanently", type: "text/plain; charset=utf-8", Array("\(location)\n".utf8))
        answer.fields.append(("Location", location))
        return answer
    }

    /// One of the preview's own pages.
    static func page(_ status: String, title: String, _ content: HTML, head: HTML = .empty) -> Answer {
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            \(styleSheet)\(head)
            </head>
            <body class="preview-page">
            \(content)
            </body>
            </html>

            """
        return Answer(status, type: "text/html; charset=utf-8", page.bytes)
    }

    /// The bytes of the whole answer.
    func bytes(keepsAlive: Bool, isHead: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status)\r\nContent-Length: \(body.count)\r\n"
        for field in fields { head += "\(field.name): \(field.value)\r\n" }
        head += keepsAlive ? "\r\n" : "Connection: close\r\n\r\n"
        return Array(head.utf8) + (isHead ? [] : body)
    }

    static func == (one: Answer, other: Answer) -> Bool {
        one.status == other.status && one.body == other.body && one.fields.map(\.name) == other.fields.map(\.name)
            && one.fields.map(\.value) == other.fields.map(\.value)
    }
}
