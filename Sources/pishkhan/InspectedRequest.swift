import CGI
import Secrets

/// What the reader saw in a request.
struct InspectedRequest: Encodable {
    @WrittenAsNull private(set) var method: String?
    @WrittenAsNull private(set) var path: String?
    private(set) var query: [[String]] = []
    private(set) var fields: [[String]] = []
    private(set) var files: [InspectedFile] = []
    @WrittenAsNull private(set) var error: Refused?

    /// The answer that the request would get.
    struct Refused: Encodable {
        let status: Int
        let reason: String
    }

    /// Reads the request; whatever is wrong becomes `error`.
    init(environment: [String: String], input: some ByteSource, hasLimits: Bool) {
        method = environment["REQUEST_METHOD"]
        path = environment["PATH_INFO"]
        do throws(RequestFault) {
            // Where a request was put together by hand, what says nothing about its form may be missing.
            let request = try Request(
                environment: environment.merging(["SCRIPT_NAME": "", "REMOTE_ADDR": "-"]) { given, _ in given })
            path = request.path
            query = request.query.pairs.map { [$0.name, $0.value] }
            // A page that is only asked for has no form.
            if request.method == .post || (request.contentLength ?? 0) > 0 {
                readForm(of: request, from: input, hasLimits ? FormLimits() : .none(for: request))
            }
        } catch {
            self.error = Refused(status: error.status.code, reason: "\(error)")
        }
    }

    private mutating func readForm(of request: Request, from input: some ByteSource, _ limits: FormLimits) {
        var body = BodyReader(of: request, from: input)
        do {
            let form = try CGI.readForm(of: request, from: &body, limits: limits) { _, _ in HashingSink() }
            fields = form.fields.pairs.map { [$0.name, $0.value] }
            files = form.files.map { InspectedFile($0.header, bytes: $0.byteCount, sha256: $0.sink.digest) }
            for (place, header) in form.unchosen.reversed() {
                files.insert(InspectedFile(header, bytes: 0, sha256: SHA256().finish()), at: place)
            }
        } catch let fault as FormFault {
            error = Refused(status: fault.status.code, reason: "\(fault)")
        } catch {
            // Not reached: these sinks throw nothing.
            self.error = Refused(status: Status.internalServerError.code, reason: "\(error)")
        }
    }
}

/// One file that was sent.
struct InspectedFile: Encodable {
    let name: String
    let filename: String
    @WrittenAsNull private(set) var contentType: String?
    let bytes: Int
    /// In hexadecimal digits.
    let sha256: String

    fileprivate init(_ header: PartHeader, bytes: Int, sha256: [UInt8]) {
        name = header.name
        filename = header.filename ?? ""
        contentType = header.contentType?.description
        self.bytes = bytes
        self.sha256 = Hexadecimal.encode(sha256)
    }
}

/// Hashes a file's bytes and forgets them.
private struct HashingSink: FileSink {
    private let hash = SHA256()
    private(set) var digest: [UInt8] = []

    func write(_ bytes: UnsafeRawBufferPointer) { hash.update(bytes) }
    mutating func finish() { digest = hash.finish() }
}

extension FormLimits {
    /// Limits that no body of this request reaches.
    fileprivate static func none(for request: Request) -> FormLimits {
        var limits = FormLimits()
        // Sums of a few of them must not overflow.
        let most = Int.max / 16
        (limits.body, limits.parts, limits.headersPerPart, limits.boundary) = (most, most, most, most)
        (limits.fieldBytes, limits.fieldsTotalBytes, limits.urlEncodedFields) = (most, most, most)
        // The reader keeps room for the longest line, which is not longer than the body.
        limits.headerLine = min(most, request.contentLength ?? 0)
        return limits
    }
}

/// A value that stands in its object even where it is absent: as null, so that each object has all its keys.
@propertyWrapper
struct WrittenAsNull<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(wrappedValue)
    }
}
