import Glibc
import Messages
import Store

/// `pishkhan work`.
let workCommand = Command(
    name: "work", summary: "sends the messages that wait, empties the quarantine, keeps house",
    usage: [
        "work [--watch] [--home DIR] [--config FILE]"
    ],
    about: """
        Sends what is due in the outbox, tries failed messages again with growing waits, lets the virus scanner look at
        letters that came while it was down, deletes what has expired and uploads that never became a letter. Run it every minute (cron or a systemd timer), or once with --watch.
        """,
    options: [
        Option("--watch", "stays and sends each message as soon as it is written; ends on SIGTERM"),
        .home,
        .config,
    ]
) { arguments in
    umask(0o077)
    let worker = Worker(home: try arguments.home()) { Console.complain("pishkhan work: \($0)") }
    if arguments.has("--watch") { try worker.watch() } else { try worker.runOnce(now: time(nil)) }
    return .done
}
