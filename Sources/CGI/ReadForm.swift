/// Reads `application/x-www-form-urlencoded` or `multipart/form-data`, files as a stream in constant memory.
///
/// `openFile` gets a file's header and the fields that came before it, so that a form's token can be checked before
/// any byte is kept. It is not called for a file field in which nothing was chosen (an empty filename and no bytes).
/// What it or a sink throws ends the reading and is thrown on; every other error is a ``FormFault``. Where anything
/// is thrown, all sinks that were opened are abandoned, and the rest of the body can be drained from `body`.
public func readForm<Source: ByteSource, Sink: FileSink>(
    of request: Request, from body: inout BodyReader<Source>, limits: FormLimits = FormLimits(),
    openFile: (PartHeader, Fields) throws -> Sink
) throws -> Form<Sink> {
    guard let length = request.contentLength else { throw FormFault.lengthRequired }
    guard length <= limits.body else { throw FormFault.bodyTooLarge(limit: limits.body) }
    guard let contentType = request.contentType else { throw FormFault.unsupportedMediaType }
    switch contentType.mediaType {
    case "application/x-www-form-urlencoded":
        var form = Form<Sink>()
        form.fields = try readURLEncodedFields(from: &body, limits: limits)
        return form
    case "multipart/form-data":
        var reader = try MultipartReader(contentType: contentType, limits: limits)
        return try readMultipartForm(from: &body, with: &reader, limits: limits, openFile: openFile)
    default:
        throw FormFault.unsupportedMediaType
    }
}

/// Reads a form that has no file fields; a chosen file is refused with `unexpectedFile`.
public func readForm<Source: ByteSource>(
    of request: Request, from body: inout BodyReader<Source>, limits: FormLimits = FormLimits()
) throws(FormFault) -> Fields {
    do {
        let form: Form<NoSink> = try readForm(of: request, from: &body, limits: limits) { _, _ in
            throw FormFault.unexpectedFile
        }
        return form.fields
    } catch let fault as FormFault {
        throw fault
    } catch {
        // Not reached: without sinks and with this `openFile`, nothing else is thrown.
        throw .unexpectedFile
    }
}

/// A sink of which there is none.
private enum NoSink: FileSink {
    mutating func write(_ bytes: UnsafeRawBufferPointer) {}
    mutating func finish() {}
}
