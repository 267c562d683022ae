/// A table as spreadsheets export it (RFC 4180), every cell with its place in the file.
public struct CSVTable: Sendable {
    /// One cell.
    public struct Cell: Equatable, Sendable {
        /// What it says, without its quotation marks.
        public let text: String
        /// The byte of the file at which it begins.
        public let offset: Int
    }

    /// One row; a cell with line ends makes it longer than a line of the file.
    public struct Row: Equatable, Sendable {
        /// Its number as a spreadsheet shows it, from 1.
        public let number: Int
        /// Its cells, at least one.
        public let cells: [Cell]

        /// Whether it says nothing: spreadsheets export such rows between and below the others.
        public var isEmpty: Bool { cells.allSatisfy(\.text.isEmpty) }
    }

    /// What stands between the cells: a comma, or where the first row says so a semicolon or a tab, as spreadsheets write
    /// where the comma parts whole numbers from fractions.
    public let delimiter: UInt8
    /// All rows, empty ones too.
    public let rows: [Row]

    /// Reads UTF-8 with or without a byte order mark; rows end with CR LF, LF or CR.
    ///
    /// The names in the first row hold no comma, semicolon or tab, so the one that stands in it parts the cells.
    public init(_ bytes: [UInt8]) throws(CSVFault) {
        var reader = CSVReader(bytes)
        delimiter = try reader.findDelimiter()
        rows = try reader.rows()
    }
}

/// Why a file is no table, and where.
public struct CSVFault: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Kind: Equatable, Sendable {
        /// UTF-16, as "Unicode text" is exported.
        case utf16
        /// The first row has commas and semicolons, or tabs besides.
        case severalDelimiters
        /// A cell that begins with a quotation mark and does not end with one.
        case unclosedQuote
        /// Something other than the end of the cell after its closing quotation mark.
        case textAfterQuote
        /// A quotation mark inside a cell that does not begin with one.
        case quoteInside
    }

    /// What is wrong.
    public let kind: Kind
    /// The byte of the file.
    public let offset: Int
}
