import CSQLite
import Glibc

/// One row of a result; valid only while its statement stands on it.
public struct Row {
    let handle: OpaquePointer

    /// The whole number in a column, counted from 0; NULL reads as 0.
    public func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// The whole number in a column, or nil for NULL.
    public func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

    /// The truth value in a column.
    public func bool(_ column: Int32) -> Bool { sqlite3_column_int64(handle, column) != 0 }

    /// The text in a column; NULL reads as empty.
    public func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    /// Whether the text in a column is this one, to the byte; NULL reads as empty.
    public func text(_ column: Int32, is text: String) -> Bool {
        guard let bytes = sqlite3_column_text(handle, column) else { return text.isEmpty }
        let count = Int(sqlite3_column_bytes(handle, column))
        var text = text
        return text.withUTF8 { wanted in
            wanted.count == count && (wanted.baseAddress.map { memcmp($0, bytes, count) == 0 } ?? true)
        }
    }

    /// The text in a column, or nil for NULL.
    public func optionalText(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The bytes in a column; NULL reads as empty.
    public func bytes(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    private func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
}
