/// The boundary parameter of a multipart body.
struct Boundary: Equatable {
    /// CR LF `--` boundary.
    let delimiter: [UInt8]

    init(of contentType: ContentType, longest: Int) throws(FormFault) {
        guard let value = contentType.parameters["boundary"], !value.isEmpty else { throw .noBoundary }
        guard !contentType.parameters.isRepeated("boundary") else { throw .malformed(.boundary) }
        try self.init(value, longest: longest)
    }

    /// RFC 2046, section 5.1.1: `boundary := 0*69<bchars> bcharsnospace`
    init(_ value: String, longest: Int) throws(FormFault) {
        let bytes = Array(value.utf8)
        guard let last = bytes.last else { throw .noBoundary }
        guard bytes.count <= longest else { throw .boundaryTooLong(limit: longest) }
        guard last != .space, bytes.allSatisfy(Self.allows) else { throw .malformed(.boundary) }
        delimiter = [.carriageReturn, .lineFeed, .ascii("-"), .ascii("-")] + bytes
    }

    private static func allows(_ byte: UInt8) -> Bool {
        if byte.isDigit || byte.isLetter { return true }
        switch Unicode.Scalar(byte) {
        case "'", "(", ")", "+", "_", ",", "-", ".", "/", ":", "=", "?", " ": return true
        default: return false
        }
    }
}
