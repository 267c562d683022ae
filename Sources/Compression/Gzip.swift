import CDeflate

/// Makes files of the gzip format (RFC 1952), smaller than zlib's and in half its time; without a time or a name in them, so
/// the same bytes always give the same file.
///
/// It is kept from file to file, since the making of its tables costs as much as the compression of a small page.
public struct Gzip: ~Copyable {
    /// Pages come out as small as on the levels from 7 to 9, and smaller than by zlib's level 9. Those take ten times as long
    /// for long lists whose lines are alike, such as the recipient list for programs, and gain a fifth of them.
    private static let level: CInt = 6

    private let compressor: OpaquePointer

    /// Makes the tables.
    public init() {
        guard let compressor = libdeflate_alloc_compressor(Self.level) else { preconditionFailure("no memory") }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// The file that holds some bytes.
    public func compressed(_ bytes: [UInt8]) -> [UInt8] {
        let room = libdeflate_gzip_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = libdeflate_gzip_compress(compressor, bytes, bytes.count, output.baseAddress, room)
            precondition(count > 0, "libdeflate asked for more room than it had named")
        }
    }
}
