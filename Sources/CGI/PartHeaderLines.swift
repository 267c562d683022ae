/// Collects the header lines of one part.
struct PartHeaderLines {
    private(set) var count = 0
    private var disposition: ParameterizedValue?
    private var contentType: ContentType?
    /// The last line, which the next one may continue.
    private var waiting: [UInt8] = []

    /// Takes a line without its line end.
    ///
    /// RFC 5322, section 2.2.3: a line that begins with a blank continues the one above. No browser sends such lines.
    ///
    /// - Parameter longest: bytes of a line with those that continue it.
    mutating func add(_ line: [UInt8], longest: Int) throws(FormFault) {
        count += 1
        guard let first = line.first, first.isBlank else {
            try takeWaiting()
            waiting = line
            return
        }
        guard !waiting.isEmpty else { throw .malformed(.headerLine) }
        guard waiting.count + line.count <= longest else { throw .headerTooLong(limit: longest) }
        waiting += line
    }

    private mutating func takeWaiting() throws(FormFault) {
        guard !waiting.isEmpty else { return }
        let line = waiting
        guard let colon = line.firstIndex(of: .ascii(":")), colon > 0, line[..<colon].allSatisfy(\.isToken),
            line.allSatisfy({ !$0.isControl || $0 == .tab })
        else { throw .malformed(.headerLine) }
        let value = Array(line[(colon + 1)...].trimmed)
        switch line[..<colon].lowercasedText {
        case "content-disposition": try setDisposition(value)
        case "content-type": contentType = ContentType(bytes: value)
        case "content-transfer-encoding": try checkTransferEncoding(value)
        default: break
        }
    }

    /// The header, when all lines are in.
    mutating func header() throws(FormFault) -> PartHeader {
        try takeWaiting()
        guard let parameters = disposition?.parameters else { throw .malformed(.disposition) }
        guard let name = parameters["name"] else { throw .malformed(.missingName) }
        guard !parameters.isRepeated("name"), !parameters.isRepeated("filename") else {
            throw .malformed(.disposition)
        }
        return PartHeader(
            name: Self.unescaped(name), filename: parameters["filename"].map(Self.unescaped), contentType: contentType)
    }

    private mutating func setDisposition(_ value: [UInt8]) throws(FormFault) {
        guard disposition == nil else { throw .malformed(.disposition) }
        do throws(ParameterizedValue.Fault) {
            disposition = try ParameterizedValue(value)
        } catch {
            throw error == .notUTF8 ? .notUTF8 : .malformed(.disposition)
        }
        guard disposition?.value == "form-data" else { throw .malformed(.disposition) }
    }

    private func checkTransferEncoding(_ value: [UInt8]) throws(FormFault) {
        switch value[...].lowercasedText {
        case "binary", "8bit", "7bit": break
        default: throw .malformed(.transferEncoding)
        }
    }

    /// Undoes the three escapes of <https://html.spec.whatwg.org/#multipart-form-data>; browsers leave any other `%`.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(.ascii("%")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            switch bytes[position...].prefix(3) {
            case [.ascii("%"), .ascii("2"), .ascii("2")]: result.append(.ascii("\""))
            case [.ascii("%"), .ascii("0"), .ascii("D")]: result.append(.carriageReturn)
            case [.ascii("%"), .ascii("0"), .ascii("A")]: result.append(.lineFeed)
            default:
                result.append(bytes[position])
                position += 1
                continue
            }
            position += 3
        }
        return String(decoding: result, as: UTF8.self)
    }
}
