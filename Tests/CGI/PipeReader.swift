import Glibc
import Testing

/// Reads a pipe to its end in a thread of its own: a task would wait for a thread that the blocked writer holds.
final class PipeReader: @unchecked Sendable {
    // Written by the thread before it ends, read after it was joined.
    private var bytes: [UInt8] = []
    private let descriptor: CInt
    private var thread = pthread_t()

    init(of descriptor: CInt) throws {
        self.descriptor = descriptor
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                let reader = Unmanaged<PipeReader>.fromOpaque(context).takeRetainedValue()
                reader.bytes = contents(of: reader.descriptor)
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        try #require(code == 0)
    }

    func wait() -> [UInt8] {
        pthread_join(thread, nil)
        return bytes
    }
}
