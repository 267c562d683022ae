import Desk
import Glibc
import Messages
import Store

/// `pishkhan sms`.
let smsCommand = Command(
    name: "sms", summary: "sends a message at once, to try the gateway",
    usage: [
        "sms test NUMBER [--kind KIND] [--home DIR] [--config FILE]"
    ],
    about: """
        Sends a message with made-up contents (the code 123456, a letter that does not exist) to NUMBER, worded and sent as the
        served release says: after a change of the config, build first. Prints the message, and whether the provider has taken
        it. It stands in no outbox and no limit counts it. Run it as root or as the user that the worker runs as, who can read
        the secret of sms.http.secretFile.
        """,
    options: [
        Option(
            "--kind", "KIND",
            "\(Message.Kind.allCases.map(\.rawValue).joined(separator: ", ")) (default: code)"),
        .home,
        .config,
    ]
) { arguments in
    umask(0o077)
    guard arguments.words.count == 2, arguments.words[0] == "test" else {
        throw UsageFault.expected("'sms test NUMBER'")
    }
    let name = arguments["--kind"] ?? Message.Kind.code.rawValue
    guard let kind = Message.Kind(rawValue: name) else {
        throw UsageFault.expected("a kind of message (see 'pishkhan sms --help'), not '\(name)'")
    }
    let home = try arguments.home()
    guard
        let mobile = MobileNumber(
            typed: arguments.words[1], plan: try PortalSnapshot(opening: home.snapshot).settings.mobilePlan)
    else {
        throw UsageFault.expected("a mobile number such as 09123456789")
    }
    let trial = try Trial(of: kind, to: mobile, from: home, now: time(nil))
    Console.print(trial.message.text)
    do throws(SendFault) {
        let isSent = try trial.send()
        Console.complain(isSent ? "the provider has taken it" : "not sent: the gateway \"log\" sends nothing")
    } catch {
        Console.complain("not sent: \(error)")
        return .failed
    }
    return .done
}
