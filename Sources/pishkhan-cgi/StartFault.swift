/// Why the program cannot even begin.
enum StartFault: Error, CustomStringConvertible {
    case noHome
    /// The web server says one home, and the process was started with another.
    case otherHome(said: String, own: String)
    /// The config demands the whole sandbox; these words say what is missing.
    case noSandbox(String)

    var description: String {
        switch self {
        case .noHome:
            "PISHKHAN_HOME is not set to an absolute path; set it in the web server's configuration (SetEnv, fastcgi_param or setenv)"
        case .otherHome(let said, let own):
            "the web server's configuration sets PISHKHAN_HOME to \(said), but this FastCGI process was started with PISHKHAN_HOME=\(own); let both name the same folder, or send the requests to another socket"
        case .noSandbox(let summary):
            "the config says sandbox: \"required\", but: \(summary); mend that, or say sandbox: \"available\" and run 'pishkhan build'"
        }
    }
}
