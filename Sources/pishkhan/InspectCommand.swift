import CGI
import FoundationEssentials

/// `pishkhan inspect`.
let inspectCommand = Command(
    name: "inspect", summary: "shows what the CGI program reads in a request",
    usage: [
        "inspect [--chunk N] [--limits default|none]"
    ],
    about: """
        Reads a CGI request (RFC 3875: environment and standard input) with the reader of pishkhan-cgi, keeps nothing,
        and prints what it saw as one line of JSON:

          {"method", "path", "query": [[name, value]…], "fields": [[name, value]…],
           "files": [{"name", "filename", "contentType", "bytes", "sha256"}…],
           "error": null or {"status", "reason"}}

        A refused request has the status that the CGI program would answer with, and neither fields nor files. A file
        field in which nothing was chosen has an empty filename. SCRIPT_NAME and REMOTE_ADDR may be missing.
        """,
    options: [
        Option("--chunk", "N", "reads the body N bytes at a time; the outcome must not depend on it"),
        Option(
            "--limits", "VALUE",
            """
            default: the limits of pishkhan-cgi without a config; none: no limits but memory
            """),
    ]
) { arguments in
    guard arguments.words.isEmpty else { throw UsageFault.expected("no words, but '\(arguments.words[0])' was given") }
    let chunk = try arguments.chunk()
    let hasLimits = try arguments.hasLimits()
    let seen = InspectedRequest(
        environment: processEnvironment(), input: StandardInput(atMost: chunk), hasLimits: hasLimits)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    Console.print(String(decoding: try encoder.encode(seen), as: UTF8.self))
    return .done
}

extension Arguments {
    fileprivate func chunk() throws(UsageFault) -> Int {
        guard let text = self["--chunk"] else { return .max }
        guard let size = Int(text), size > 0 else { throw .expected("a number of bytes above 0 after --chunk") }
        return size
    }

    fileprivate func hasLimits() throws(UsageFault) -> Bool {
        switch self["--limits"] {
        case nil, "default": true
        case "none": false
        default: throw .expected("'default' or 'none' after --limits")
        }
    }
}
