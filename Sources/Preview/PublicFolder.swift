import Glibc

/// The static files of a release, found by the path of an address.
struct PublicFolder {
    /// What is at a path.
    enum Found: Equatable {
        case file(type: String, [UInt8])
        /// A folder, whose address needs a slash at its end.
        case folder
    }

    let root: String

    /// What is at a path that begins with a slash and is decoded; nil for nothing. No path leads out of the folder.
    func find(_ path: String) -> Found? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard !path.utf8.contains(0),
            steps.enumerated().allSatisfy({ number, step in
                ![".", ".."].contains(step) && (!step.isEmpty || number == steps.count - 1)
            })
        else { return nil }
        let file = root + path + (path.hasSuffix("/") ? "index.html" : "")
        // O_NONBLOCK: nothing here may wait, not even for somebody who writes into a named pipe.
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR { return .folder }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return .file(type: Self.type(of: file), Self.bytes(of: descriptor, count: Int(status.st_size)))
    }

    private static func bytes(of descriptor: CInt, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, taken in
            while taken < count {
                let got = read(descriptor, buffer.baseAddress?.advanced(by: taken), count - taken)
                guard got > 0 else { return }
                taken += got
            }
        }
    }

    /// The media type by the name's ending.
    static func type(of name: String) -> String {
        let ending = name.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
        return switch ending.lowercased() {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "webmanifest": "application/manifest+json"
        case "xml": "application/xml"
        case "txt": "text/plain; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "ico": "image/vnd.microsoft.icon"
        case "woff2": "font/woff2"
        case "wav": "audio/wav"
        case "pdf": "application/pdf"
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case "doc": "application/msword"
        default: "application/octet-stream"
        }
    }
}
