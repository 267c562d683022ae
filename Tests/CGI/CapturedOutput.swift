import Glibc
import Testing

@testable import CGI

/// What a response writes into a file, which takes everything at once.
func written(_ response: Response, headOnly: Bool = false) throws -> [UInt8] {
    let file = try temporaryFile([])
    defer { close(file) }
    var output = DescriptorOutput(file)
    try response.write(to: &output, headOnly: headOnly)
    lseek(file, 0, SEEK_SET)
    return contents(of: file)
}

/// An open file without a name, at its beginning.
func temporaryFile(_ bytes: [UInt8]) throws -> CInt {
    var name = Array("/tmp/cgi-test-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    try #require(file >= 0)
    unlink(name)
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
    lseek(file, 0, SEEK_SET)
    return file
}

/// Reads to the end, slowly, so that a pipe's writer must wait.
func contents(of descriptor: CInt, piece: Int = 1_000) -> [UInt8] {
    var result: [UInt8] = []
    var room = [UInt8](repeating: 0, count: piece)
    while true {
        let count = read(descriptor, &room, piece)
        if count <= 0 { return result }
        result += room[..<count]
    }
}
