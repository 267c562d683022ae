import CSV
import Source

/// Reads a table of units as a list of objects, so that the same keys check it; all mistakes are noted.
func unitTable(_ path: String, noting noted: Noted) -> Document? {
    guard let bytes = bytes(path, noting: noted) else { return nil }
    let source = SourceText(bytes)
    func note(_ wrong: String, expected: String, at offset: Int) {
        noted.problems.append(Problem(wrong, expected: expected, file: path, source: source, offset: offset))
    }
    do throws(CSVFault) {
        let table = try CSVTable(bytes)
        if let offset = source.offsetOfInvalidUTF8 {
            note("bytes that are not UTF-8", expected: "a table that was saved as CSV in UTF-8", at: offset)
            return nil
        }
        return UnitTableReader(table, file: path, source: source, noting: noted).document
    } catch {
        note(error.kind.wrong, expected: error.kind.expected, at: error.offset)
        return nil
    }
}

extension CSVFault.Kind {
    fileprivate var wrong: String {
        switch self {
        case .utf16: "text in UTF-16"
        case .severalDelimiters: "the first row has more than one of comma, semicolon and tab"
        case .unclosedQuote: "this cell begins with a quotation mark and does not end with one"
        case .textAfterQuote: "text after the closing quotation mark of a cell"
        case .quoteInside: "a quotation mark inside a cell that does not begin with one"
        }
    }

    fileprivate var expected: String {
        switch self {
        case .utf16: "a table that was saved as CSV in UTF-8"
        case .severalDelimiters: "one of them between the names of the columns"
        case .unclosedQuote: "\" at its end"
        case .textAfterQuote: "the end of the cell, or \"\" for a quotation mark"
        case .quoteInside: "the whole cell in quotation marks, and \"\" for the one inside"
        }
    }
}

/// Makes objects of the rows of a table.
private struct UnitTableReader {
    private let table: CSVTable
    private let file: String
    private let source: SourceText
    private let noted: Noted
    /// The column of each cell; nil for one that is passed over.
    private var columns: [UnitColumn?] = []

    init(_ table: CSVTable, file: String, source: SourceText, noting noted: Noted) {
        self.table = table
        self.file = file
        self.source = source
        self.noted = noted
        readHead()
    }

    private mutating func readHead() {
        let head = table.rows.first?.cells ?? []
        var seen: [String: Int] = [:]
        columns = head.map { cell in
            if cell.text.isEmpty { return nil }
            guard let column = UnitColumn.all.first(where: { $0.name == cell.text }) else {
                note(
                    "unknown column \(quoted(cell.text))",
                    expected: "one of \(UnitColumn.all.map(\.name).joined(separator: ", "))",
                    note: Problem.note(nearestTo: cell.text, among: UnitColumn.all.map(\.name)), at: cell.offset)
                return nil
            }
            if let first = seen[cell.text] {
                note(
                    "duplicate column \(quoted(cell.text))", expected: "each column once",
                    note: "the first stands at \(source.position(at: first))", at: cell.offset)
                return nil
            }
            seen[cell.text] = cell.offset
            return column
        }
    }

    /// Whether the first row names the columns without which each row would be wrong; says so once.
    private func hasNeededColumns() -> Bool {
        let named = columns.compactMap { $0?.path.first }
        let missing = unitKeys.all.filter { $0.isRequired && !named.contains($0.name) }
        for key in missing {
            let names = UnitColumn.all.filter { $0.path.first == key.name }.map(\.name)
            note(
                "the first row lacks the column \(quoted(names[0]))", expected: names.joined(separator: " or "),
                at: table.rows.first?.cells.first?.offset ?? 0)
        }
        return missing.isEmpty
    }

    /// The rows as a list of objects.
    var document: Document {
        let rows = hasNeededColumns() ? table.rows.dropFirst().filter { !$0.isEmpty && hasRightLength($0) } : []
        let root = Node(offset: 0, content: .array(rows.map(object)))
        let numbers = rows.map(\.number)
        return Document(file: file, source: source, root: root) { path in
            guard case .index(let index)? = path.first, numbers.indices.contains(index) else { return path.described }
            let keys = Array(path.dropFirst())
            return "row \(numbers[index])" + (keys.isEmpty ? "" : ", column \"\(keys.described)\"")
        }
    }

    private func hasRightLength(_ row: CSVTable.Row) -> Bool {
        let surplus = row.cells.dropFirst(columns.count).first { !$0.text.isEmpty }
        guard row.cells.count < columns.count || surplus != nil else { return true }
        note(
            "row \(row.number) has \(row.cells.count) cells", expected: "\(columns.count), as in the first row",
            at: surplus?.offset ?? row.cells[0].offset)
        return false
    }

    private func object(_ row: CSVTable.Row) -> Node {
        var object = Node(offset: row.cells[0].offset, content: .object(Members()))
        for (cell, column) in zip(row.cells, columns) {
            guard let column, !cell.text.isEmpty else { continue }
            object = object.adding(column.value(cell.text, at: cell.offset), at: column.path[...])
        }
        return object
    }

    private func note(_ wrong: String, expected: String, note: String? = nil, at offset: Int) {
        noted.problems.append(
            Problem(wrong, expected: expected, note: note, file: file, source: source, offset: offset))
    }
}

extension Node {
    /// This object with a value added at a path; objects on the way begin where the value does.
    fileprivate func adding(_ value: Node, at path: ArraySlice<String>) -> Node {
        guard let key = path.first else { return value }
        let inner = member(key)?.node ?? Node(offset: value.offset, content: .object(Members()))
        let changed = inner.adding(value, at: path.dropFirst())
        var members = Members()
        for member in self.members where member.key != key { members.append(member) }
        members.append(Member(key: key, keyOffset: value.offset, node: changed))
        return Node(offset: offset, content: .object(members))
    }
}
