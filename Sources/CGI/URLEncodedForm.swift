/// Reads an urlencoded body, whose length is bounded by the limits of its fields, into memory and decodes it.
func readURLEncodedFields<Source: ByteSource>(
    from body: inout BodyReader<Source>, limits: FormLimits
) throws(FormFault) -> Fields {
    guard body.length <= limits.urlEncodedBody else { throw .bodyTooLarge(limit: limits.urlEncodedBody) }
    let bytes = try readWhole(&body)
    let fields: Fields
    do throws(URLEncodedFault) {
        fields = try Fields(urlEncoded: bytes[...], limit: limits.urlEncodedFields)
    } catch {
        switch error {
        case .badEscape: throw .malformed(.percentEncoding)
        case .notUTF8: throw .notUTF8
        case .tooManyFields(let limit): throw .tooManyFields(limit: limit)
        }
    }
    var total = 0
    for pair in fields.pairs {
        guard pair.value.utf8.count <= limits.fieldBytes else { throw .fieldTooLong(limit: limits.fieldBytes) }
        total += pair.name.utf8.count + pair.value.utf8.count
    }
    guard total <= limits.fieldsTotalBytes else { throw .fieldsTooLong(limit: limits.fieldsTotalBytes) }
    return fields
}

private func readWhole<Source: ByteSource>(_ body: inout BodyReader<Source>) throws(FormFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: body.remaining)
    var filled = 0
    while body.remaining > 0 {
        var fault: FormFault?
        filled += bytes.withUnsafeMutableBytes { whole in
            do throws(FormFault) {
                return try body.read(into: UnsafeMutableRawBufferPointer(rebasing: whole[filled...]))
            } catch {
                fault = error
                return 0
            }
        }
        if let fault { throw fault }
    }
    return bytes
}
