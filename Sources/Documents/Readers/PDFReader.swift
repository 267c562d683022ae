/// Reads PDF files (ISO 32000-2).
enum PDFReader {
    /// The header may follow other bytes, as readers accept it "within the first 1024 bytes" (Adobe's note 13 on
    /// PDF 1.7, appendix H).
    static func recognises(_ head: [UInt8]) -> Bool {
        let signature = Array("%PDF-".utf8)
        let window = head.prefix(1024)
        return window.indices.contains { window[$0...].starts(with: signature) }
    }
}
