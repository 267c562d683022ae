/// Moves a body through a multipart reader into a form.
func readMultipartForm<Source: ByteSource, Sink: FileSink>(
    from body: inout BodyReader<Source>, with reader: inout MultipartReader, limits: FormLimits,
    openFile: (PartHeader, Fields) throws -> Sink
) throws -> Form<Sink> {
    var assembly = FormAssembly<Sink>(limits: limits)
    do {
        var buffer = reader.makeBuffer()
        while true {
            switch try reader.next(in: &buffer) {
            case .needsMore:
                let count = try buffer.fill { room throws(FormFault) in try body.read(into: room) }
                if count == 0 {
                    try reader.finish()
                    return assembly.form
                }
            case .part(let header):
                try assembly.begin(header, openFile: openFile)
            case .bytes(let range):
                try buffer.withBytes(range) { bytes in try assembly.take(bytes) }
            case .partEnd:
                try assembly.endPart()
            case .end:
                // The epilogue is read to the body's end, so that a truncated body is a fault wherever it breaks off.
                let count = try buffer.fill { room throws(FormFault) in try body.read(into: room) }
                if count == 0 { return assembly.form }
            }
        }
    } catch {
        assembly.abandon()
        throw error
    }
}

/// A form that is being put together.
private struct FormAssembly<Sink: FileSink> {
    private enum Part {
        case none, text(name: String), unchosenFile, file(Int)
    }

    private(set) var form = Form<Sink>()
    private let limits: FormLimits
    private var part = Part.none
    private var text: [UInt8] = []
    private var textTotal = 0

    init(limits: FormLimits) {
        self.limits = limits
    }

    mutating func begin(_ header: PartHeader, openFile: (PartHeader, Fields) throws -> Sink) throws {
        switch header.filename {
        case nil:
            try count(textBytes: header.name.utf8.count)
            part = .text(name: header.name)
        case "":
            form.unchosen.append((form.files.count, header))
            part = .unchosenFile
        default:
            form.files.append(FormFile(header: header, sink: try openFile(header, form.fields)))
            part = .file(form.files.count - 1)
        }
    }

    mutating func take(_ bytes: UnsafeRawBufferPointer) throws {
        switch part {
        case .none: break
        case .unchosenFile: throw FormFault.malformed(.namelessFile)
        case .file(let index):
            form.files[index].byteCount += bytes.count
            try form.files[index].sink.write(bytes)
        case .text:
            guard text.count + bytes.count <= limits.fieldBytes else {
                throw FormFault.fieldTooLong(limit: limits.fieldBytes)
            }
            try count(textBytes: bytes.count)
            text.append(contentsOf: bytes)
        }
    }

    mutating func endPart() throws {
        switch part {
        case .none, .unchosenFile: break
        case .file(let index): try form.files[index].sink.finish()
        case .text(let name):
            guard let value = text[...].text else { throw FormFault.notUTF8 }
            form.fields.append(name, value)
            text.removeAll(keepingCapacity: true)
        }
        part = .none
    }

    mutating func abandon() {
        for index in form.files.indices { form.files[index].sink.abandon() }
    }

    private mutating func count(textBytes: Int) throws(FormFault) {
        textTotal += textBytes
        guard textTotal <= limits.fieldsTotalBytes else { throw .fieldsTooLong(limit: limits.fieldsTotalBytes) }
    }
}
