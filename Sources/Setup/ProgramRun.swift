import Glibc

/// A program that was run to its end.
struct ProgramRun {
    /// 0 where it succeeded.
    let status: Int32
    /// What it printed.
    let printed: [UInt8]
    /// What it printed and what it complained of, in one.
    var said: String { String(decoding: printed + complained, as: UTF8.self) }
    private let complained: [UInt8]

    /// Runs the program of the first word, found in PATH, with the others; it reads nothing.
    init(_ words: [String]) throws(SetupFault) {
        // Files without a name: pipes would have to be read while the program runs.
        guard let outputFile = tmpfile(), let errorFile = tmpfile() else {
            throw Changes.refused("make a file in", "/tmp")
        }
        defer {
            fclose(outputFile)
            fclose(errorFile)
        }
        let (output, errors) = (fileno(outputFile), fileno(errorFile))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        let refusal = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
        guard refusal == 0 else {
            throw .system(doing: "run", path: words[0], reason: String(cString: strerror(refusal)))
        }
        var ended: Int32 = 0
        while waitpid(child, &ended, 0) < 0, errno == EINTR {}
        status = ended
        printed = Self.all(of: output)
        complained = Self.all(of: errors)
    }

    private static func all(of descriptor: CInt) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, bytes.count) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
