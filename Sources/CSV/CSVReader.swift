/// Goes through the bytes of a table.
///
/// RFC 4180: "Fields containing line breaks (CRLF), double quotes, and commas should be enclosed in double-quotes. If
/// double-quotes are used to enclose fields, then a double-quote appearing inside a field must be escaped by preceding it
/// with another double quote."
struct CSVReader {
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0a
    private static let carriageReturn: UInt8 = 0x0d
    private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    private let bytes: [UInt8]
    private var place: Int
    private var delimiter = UInt8(ascii: ",")
    /// Rows that stand before the place.
    private var rowsBefore = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Looks at the first row, and goes over a line such as `sep=;`, which Excel writes and hides.
    mutating func findDelimiter() throws(CSVFault) -> UInt8 {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw CSVFault(kind: .utf16, offset: 0)
        }
        var line = bytes[place...].prefix { !Self.isLineEnd($0) }
        if line.count == 5, line.starts(with: Array("sep=".utf8)), let named = line.last,
            Self.delimiters.contains(named)
        {
            place = line.endIndex
            skipLineEnd()
            rowsBefore = 1
            delimiter = named
            return named
        }
        line = bytes[place...].prefix { !Self.isLineEnd($0) }
        let found = Self.delimiters.filter(line.contains)
        guard found.count <= 1 else {
            let second = line.firstIndex { $0 != found[0] && found.contains($0) } ?? place
            throw CSVFault(kind: .severalDelimiters, offset: second)
        }
        delimiter = found.first ?? delimiter
        return delimiter
    }

    mutating func rows() throws(CSVFault) -> [CSVTable.Row] {
        var rows: [CSVTable.Row] = []
        while place < bytes.count {
            var cells = [try cell()]
            while place < bytes.count, bytes[place] == delimiter {
                place += 1
                cells.append(try cell())
            }
            skipLineEnd()
            rows.append(CSVTable.Row(number: rows.count + rowsBefore + 1, cells: cells))
        }
        return rows
    }

    private mutating func cell() throws(CSVFault) -> CSVTable.Cell {
        let start = place
        guard place < bytes.count, bytes[place] == Self.quote else {
            while place < bytes.count, bytes[place] != delimiter, !Self.isLineEnd(bytes[place]) {
                if bytes[place] == Self.quote { throw CSVFault(kind: .quoteInside, offset: place) }
                place += 1
            }
            return CSVTable.Cell(text: String(decoding: bytes[start..<place], as: UTF8.self), offset: start)
        }
        return try quotedCell(from: start)
    }

    private mutating func quotedCell(from start: Int) throws(CSVFault) -> CSVTable.Cell {
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            if bytes[place] == Self.quote {
                place += 1
                guard place < bytes.count, bytes[place] == Self.quote else {
                    if place < bytes.count, bytes[place] != delimiter, !Self.isLineEnd(bytes[place]) {
                        throw CSVFault(kind: .textAfterQuote, offset: place)
                    }
                    return CSVTable.Cell(text: String(decoding: text, as: UTF8.self), offset: start)
                }
            }
            text.append(bytes[place])
            place += 1
        }
        throw CSVFault(kind: .unclosedQuote, offset: start)
    }

    private mutating func skipLineEnd() {
        guard place < bytes.count, Self.isLineEnd(bytes[place]) else { return }
        let isPair =
            bytes[place] == Self.carriageReturn && place + 1 < bytes.count && bytes[place + 1] == Self.lineFeed
        place += isPair ? 2 : 1
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}
