import Folders
import Glibc

/// A file beside the releases with something that is known of one of them. It makes the next build quick, and no more: where
/// it is gone, or is of another release, that build finds out for itself.
///
/// It does not stand in the release: that is the same wherever it is made, and others may read it.
struct Remembered {
    private let path: String

    init(_ name: String, in home: String) { path = home + "/" + name }

    /// What is known of a release; nil where nothing is.
    func content(of release: Int) -> ArraySlice<UInt8>? {
        guard let bytes = WholeFile.bytes(of: path), let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            bytes[..<end].elementsEqual("\(release)".utf8)
        else { return nil }
        return bytes[(end + 1)...]
    }

    /// Remembers that of a release, in parts that follow one another, and nothing of others any more.
    func set(_ parts: [ArraySlice<UInt8>], of release: Int) {
        forget()
        if !NewFile.write([Array("\(release)\n".utf8)[...]] + parts, to: path, mode: 0o600) { forget() }
    }

    /// Remembers nothing.
    func forget() { unlink(path) }
}
