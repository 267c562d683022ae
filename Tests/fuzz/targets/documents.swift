@testable import Documents

/// A document of any kind: the verdict does not depend on how its bytes are read, and the work is bounded.
func inspect(_ file: [UInt8]) {
    let whole = inspected(file, piece: .max)
    precondition(inspected(file, piece: 61) == whole, "read in small pieces it is something else")
}

private func inspected(_ file: [UInt8], piece: Int) -> Result<DocumentKind, DocumentDefect> {
    let bytes = DocumentBytes(count: file.count) { offset, buffer in
        precondition(offset >= 0 && offset < file.count, "read outside the file")
        let length = min(buffer.count, file.count - offset, piece)
        buffer.copyBytes(from: file[offset..<offset + length])
        return length
    }
    let verdict: Result<DocumentKind, DocumentDefect>
    do throws(DocumentDefect) {
        verdict = .success(try DocumentKind(inspecting: bytes, limits: DocumentLimits()))
    } catch {
        verdict = .failure(error)
    }
    precondition(bytes.work <= bytes.workLimit + 65_536, "the work is not bounded: \(bytes.work)")
    return verdict
}
