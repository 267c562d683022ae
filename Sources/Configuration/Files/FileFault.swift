import Source

/// Why a file or folder of the site cannot be read.
struct FileFault: Error {
    let path: String
    let reason: String

    /// The same as a mistake of the site.
    var problem: Problem {
        Problem("cannot be read (\(reason))", expected: "a file that the config or the design names", file: path)
    }
}
