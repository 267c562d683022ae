import CZlib

/// Makes files of the gzip format (RFC 1952), as small as zlib can; without a time or a name in them, so the same bytes
/// always give the same file.
///
/// It is kept from file to file, since the making of its tables costs as much as the compression of a small page.
public struct Gzip: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    /// Makes the tables.
    public init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for gzip's header and trailer in place of zlib's; 9: the most memory for the tables.
        let status = deflateInit2_(
            stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib found no memory")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// The file that holds some bytes.
    public func compressed(_ bytes: [UInt8]) -> [UInt8] {
        deflateReset(stream)
        let room = Int(deflateBound(stream, uLong(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            bytes.withUnsafeBufferPointer { input in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = uInt(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = uInt(room)
                let status = deflate(stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "zlib asked for more room than it had named")
            }
            count = room - Int(stream.pointee.avail_out)
        }
    }
}
