import CSV

/// A table as a spreadsheet exports it: what is read from it can be written and read again, and a mistake lies inside it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: data, count: size))
    do throws(CSVFault) {
        let rows = try CSVTable(file).rows
        let texts = rows.map { $0.cells.map(\.text) }
        for cell in rows.flatMap(\.cells) { precondition((0...size).contains(cell.offset), "\(cell)") }
        guard let head = texts.first, head.allSatisfy(isName) else { return 0 }
        let again = try CSVTable(Array(csvText(texts).utf8)).rows.map { $0.cells.map(\.text) }
        precondition(again.map { $0.map { Array($0.utf8) } } == texts.map { $0.map { Array($0.utf8) } }, "\(texts)")
    } catch {
        precondition((0...size).contains(error.offset), "\(error)")
    }
    return 0
}

/// Whether a text can be a column's name, so that the first row says what parts the cells.
private func isName(_ text: String) -> Bool {
    text != "sep=" && text.utf8.first != 0xEF
        && !text.utf8.contains { [0x09, 0x0a, 0x0d, 0x22, 0x2c, 0x3b].contains($0) }
}
