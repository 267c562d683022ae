@testable import CGI

let boundary = "----Xb42"

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The smallest environment that is a request.
func environment(_ more: [String: String] = [:]) -> [String: String] {
    ["REQUEST_METHOD": "GET", "SCRIPT_NAME": "/cgi-bin/p", "REMOTE_ADDR": "192.0.2.1"].merging(more) { $1 }
}

func request(
    body: [UInt8], type: String = "multipart/form-data; boundary=\(boundary)"
) throws -> Request {
    try Request(
        environment: environment([
            "REQUEST_METHOD": "POST", "CONTENT_TYPE": type, "CONTENT_LENGTH": String(body.count),
        ]))
}

/// One part with those header lines.
func part(_ headers: [String], _ content: [UInt8]) -> [UInt8] {
    bytes("--\(boundary)\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n") + content + bytes("\r\n")
}

func field(_ name: String, _ value: String) -> [UInt8] {
    part(["Content-Disposition: form-data; name=\"\(name)\""], bytes(value))
}

func file(_ name: String, _ filename: String, _ content: [UInt8]) -> [UInt8] {
    part(
        [
            "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"",
            "Content-Type: application/octet-stream",
        ], content)
}

func multipart(_ parts: [UInt8]...) -> [UInt8] {
    Array(parts.joined()) + bytes("--\(boundary)--\r\n")
}

/// What a test's form holds, or why it was refused.
enum Outcome: Equatable {
    case form(Fields, files: [[UInt8]])
    case fault(FormFault)
}

/// Reads a form from a body that comes in those pieces.
func outcome(
    _ body: [UInt8], type: String = "multipart/form-data; boundary=\(boundary)", pieces: [Int] = [.max],
    limits: FormLimits = FormLimits()
) throws -> Outcome {
    let request = try request(body: body, type: type)
    var reader = BodyReader(of: request, from: BodySource(body, pieces: pieces, failsAtEnd: true))
    do {
        let form = try readForm(of: request, from: &reader, limits: limits) { _, _ in UploadSink(upload: Upload()) }
        return .form(form.fields, files: form.files.map(\.sink.upload.bytes))
    } catch let fault as FormFault {
        return .fault(fault)
    }
}
