import Foundation
import Synchronization

/// Folders of tests: a desk takes some megabytes, and a run makes hundreds of them.
public enum TemporaryFolder {
    private static let made = Mutex<[String]>([])

    /// A new folder, which is removed with all that is in it when the test program ends.
    public static func make(_ name: String) -> String {
        var template = Array("/tmp/pishkhan-\(name)-XXXXXX".utf8CString)
        let path = String(cString: mkdtemp(&template))
        made.withLock { paths in
            if paths.isEmpty { atexit { TemporaryFolder.removeAll() } }
            paths.append(path)
        }
        return path
    }

    /// Removes a folder at once, where many are made one after the other.
    public static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    private static func removeAll() { made.withLock { paths in paths.forEach(remove) } }
}
