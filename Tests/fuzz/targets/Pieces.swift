import CGI

/// A body in memory that comes in pieces of one size.
struct Pieces: ByteSource {
    let bytes: [UInt8]
    let size: Int
    var position = 0

    init(_ bytes: [UInt8], size: Int) {
        self.bytes = bytes
        self.size = size
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, size, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}

/// A file's bytes, kept to be compared.
struct KeptFile: FileSink, Equatable {
    var bytes: [UInt8] = []

    mutating func write(_ chunk: UnsafeRawBufferPointer) { bytes += chunk }
    mutating func finish() {}
}

/// What came of a body: its fields and files, or why it is refused.
enum Outcome: Equatable {
    case form([String], [[UInt8]])
    case fault(FormFault)

    init(_ body: [UInt8], type: String, pieces: Int) {
        do {
            let request = try Request(environment: [
                "REQUEST_METHOD": "POST", "SCRIPT_NAME": "", "REMOTE_ADDR": "127.0.0.1", "CONTENT_TYPE": type,
                "CONTENT_LENGTH": String(body.count),
            ])
            var reader = BodyReader(of: request, from: Pieces(body, size: pieces))
            let form = try readForm(of: request, from: &reader) { _, _ in KeptFile() }
            self = .form(form.fields.pairs.flatMap { [$0.name, $0.value] }, form.files.map(\.sink.bytes))
        } catch let fault as FormFault {
            self = .fault(fault)
        } catch {
            fatalError("nothing else may be thrown: \(error)")
        }
    }
}

/// The same form, however the bytes come.
func compareOutcomes(_ body: [UInt8], type: String) {
    let whole = Outcome(body, type: type, pieces: .max)
    for size in [1, 7] {
        let pieces = Outcome(body, type: type, pieces: size)
        precondition(pieces == whole, "in pieces of \(size): \(pieces), whole: \(whole)")
    }
}
