import Glibc
import Sandbox

// sandbox-attempts inside|connecting|"taken back"|serving|outside HOME ATTEMPT: a program with a fault, as it were. It makes one attempt, with the
// sandbox of the CGI program or without, and ends with 0 where it succeeded and with 1 where it was refused.

let arguments = CommandLine.arguments
guard arguments.count == 4, let attempt = attempts.first(where: { $0.name == arguments[3] }) else {
    print(attempts.map(\.name).joined(separator: "\n"))
    exit(2)
}
let desk = Desk(
    release: arguments[2] + "/releases", data: arguments[2] + "/data", elsewhere: arguments[2] + "/elsewhere")
if attempt.name.hasPrefix("take a connection") { makeWaitingConnections(at: [0, 9]) }
if arguments[1] != "outside" {
    var state = Sandbox.enter(
        readable: desk.release, writable: desk.data, connects: ["connecting", "taken back"].contains(arguments[1]),
        requests: arguments[1] == "serving" ? .many : .one)
    if arguments[1] == "taken back" { state.refuseSockets() }
    guard state.isWhole else {
        print(state.summary)
        exit(3)
    }
}
let result = attempt.run(desk)
if result < 0 { print(String(cString: strerror(errno))) }
exit(result < 0 ? 1 : 0)
