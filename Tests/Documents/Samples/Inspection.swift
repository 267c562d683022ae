import Documents

/// What the readers say of bytes in memory, and what it cost them.
struct Inspection {
    let verdict: Result<DocumentKind, DocumentDefect>
    let reads: Int
    let readBytes: Int
    let work: Int
    let workLimit: Int

    init(_ file: [UInt8], _ limits: DocumentLimits = DocumentLimits()) {
        var reads = 0
        var readBytes = 0
        let bytes = DocumentBytes(count: file.count) { offset, buffer in
            let length = min(buffer.count, file.count - offset)
            file.withUnsafeBytes { source in
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + length]))
            }
            reads += 1
            readBytes += length
            return length
        }
        do throws(DocumentDefect) {
            verdict = .success(try DocumentKind(inspecting: bytes, limits: limits))
        } catch {
            verdict = .failure(error)
        }
        (self.reads, self.readBytes, work, workLimit) = (reads, readBytes, bytes.work, bytes.workLimit)
    }

    var kind: DocumentKind? { try? verdict.get() }

    var defect: DocumentDefect? {
        if case .failure(let defect) = verdict { defect } else { nil }
    }
}

func defect(_ file: [UInt8], _ limits: DocumentLimits = DocumentLimits()) -> DocumentDefect? {
    Inspection(file, limits).defect
}

func kind(_ file: [UInt8], _ limits: DocumentLimits = DocumentLimits()) -> DocumentKind? {
    Inspection(file, limits).kind
}
