/// Why the program cannot even begin.
enum StartFault: Error, CustomStringConvertible {
    case noHome
    /// The config demands the whole sandbox; these words say what is missing.
    case noSandbox(String)

    var description: String {
        switch self {
        case .noHome:
            "PISHKHAN_HOME is not set to an absolute path; set it in the web server's configuration (SetEnv, fastcgi_param or setenv)"
        case .noSandbox(let summary):
            "the config says sandbox: \"required\", but: \(summary); mend that, or say sandbox: \"available\" and run 'pishkhan build'"
        }
    }
}
