extension Response {
    /// Writes the answer; with `headOnly` (the answer to HEAD) without the body.
    public func write(to output: inout some ResponseOutput, headOnly: Bool = false) throws(WriteFault) {
        let head = head
        switch headOnly || status == .notModified ? .empty : body {
        case .empty: try output.write(head, [])
        case .bytes(let bytes): try output.write(head, bytes)
        case .file(let file, _):
            try output.write(head, [])
            try output.copy(file, length: contentLength)
        }
        try output.finish()
    }
}
