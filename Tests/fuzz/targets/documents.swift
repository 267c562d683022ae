import CZlib

@testable import Documents

/// A document of any kind: the verdict does not depend on how its bytes are read, and the work is bounded.
@discardableResult
func inspect(_ file: [UInt8]) -> DocumentKind? {
    readInPieces(file) { bytes throws(DocumentDefect) in try DocumentKind(inspecting: bytes, limits: DocumentLimits()) }
}

/// What a reader finds, which must be the same however the bytes come; nil for a defect.
func readInPieces<Found: Equatable>(
    _ file: [UInt8], _ read: (DocumentBytes) throws(DocumentDefect) -> Found
) -> Found? {
    func found(piece: Int) -> Result<Found, DocumentDefect> {
        let bytes = document(file, piece: piece)
        let found: Result<Found, DocumentDefect>
        do throws(DocumentDefect) { found = .success(try read(bytes)) } catch { found = .failure(error) }
        precondition(bytes.work <= bytes.workLimit + 65_536, "the work is not bounded: \(bytes.work)")
        return found
    }
    let whole = found(piece: .max)
    precondition(found(piece: 61) == whole, "read in small pieces it is something else")
    return try? whole.get()
}

/// The bytes of a file, which come in pieces.
func document(_ file: [UInt8], piece: Int = .max) -> DocumentBytes {
    DocumentBytes(count: file.count) { offset, buffer in
        precondition(offset >= 0 && offset < file.count, "read outside the file")
        let length = min(buffer.count, file.count - offset, piece)
        buffer.copyBytes(from: file[offset..<offset + length])
        return length
    }
}

/// A PNG with its checksums put right, so that a change to a chunk reaches the reader.
func withSumsMended(_ png: [UInt8]) -> [UInt8] {
    var file = png
    var at = 8
    while at + 12 <= file.count {
        let length = file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
        guard length <= file.count - at - 12 else { break }
        let body = Array(file[at + 4..<at + 8 + length])
        let sum = crc32(0, body, uInt(body.count))
        for index in 0..<4 { file[at + 8 + length + index] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * uLong(index))) }
        at += 12 + length
    }
    return file
}
