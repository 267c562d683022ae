import Glibc

/// What the kernel tells of files and folders (inotify(7)).
public final class Notifications {
    /// What happened to a watched file or folder, or to a name in a folder.
    struct Notice {
        /// The watch, as `watch` gave it out; -1 where some were lost.
        let watch: CInt
        /// The name in the folder; empty for the folder or file itself.
        let name: String
    }

    /// Readable as soon as there is something to tell.
    public let descriptor: CInt

    /// Begins without a watch.
    public init() throws(WatchFault) {
        descriptor = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
        guard descriptor >= 0 else { throw .system("changes of files") }
    }

    deinit { close(descriptor) }

    /// Watches a file or folder from now on; a second watch of the same one is the first.
    ///
    /// - Parameter events: such as `IN_MODIFY`.
    @discardableResult
    public func watch(_ path: String, for events: Int32...) throws(WatchFault) -> CInt {
        let watch = inotify_add_watch(descriptor, path, events.reduce(0) { $0 | UInt32(bitPattern: $1) })
        guard watch >= 0 else { throw .system(path) }
        return watch
    }

    /// Forgets what was told so far; answers whether there was something.
    @discardableResult
    public func drain() -> Bool {
        // Room for one notice with the longest name, and on the stack: most often there is none.
        withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
            var wasTold = false
            while Glibc.read(descriptor, buffer.baseAddress, buffer.count) > 0 { wasTold = true }
            return wasTold
        }
    }

    /// What was told since the last time.
    func read() -> [Notice] {
        var notices: [Notice] = []
        let size = MemoryLayout<inotify_event>.size
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { return }
                var offset = 0
                while offset + size <= count {
                    let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
                    let name = buffer[(offset + size)..<(offset + size + Int(event.len))].prefix { $0 != 0 }
                    notices.append(Notice(watch: event.wd, name: String(decoding: name, as: UTF8.self)))
                    offset += size + Int(event.len)
                }
            }
        }
        return notices
    }
}
