@testable import CGI

/// What became of a test's uploaded file.
final class Upload {
    var bytes: [UInt8] = []
    var isFinished = false
    var isAbandoned = false
}

/// A sink that keeps everything.
struct UploadSink: FileSink {
    enum Fault: Error { case full }

    let upload: Upload
    var capacity = Int.max

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard upload.bytes.count + bytes.count <= capacity else { throw Fault.full }
        upload.bytes += bytes
    }

    mutating func finish() { upload.isFinished = true }
    mutating func abandon() { upload.isAbandoned = true }
}
