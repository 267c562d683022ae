import Glibc
import Messages
import Store

/// `pishkhan key`.
let keyCommand = Command(
    name: "key", summary: "renews the desk's key, where somebody may have seen it",
    usage: [
        "key renew [--config FILE] [--home DIR]"
    ],
    about: """
        Makes a new key in place of data/key. The audit is proved with the old key and sealed with the new one, and the
        keys of authenticator apps are sealed anew, so the apps stay. Everybody must log in again; recovery codes, drafts
        and forms that are open end, and limits count anew. It is an event of the audit.

        Stop the worker first; the web server may run, but requests wait, and after five seconds are answered with 503.
        Database and key are kept as they were in data/desk.sqlite.before-key and data/key.before. Interrupted at any
        moment, the desk opens with the old key or the new one; run it again if it did not say that it is done.

        Run it as root or as the owner of the data. Exit code 1 where the key was not renewed.
        """,
    options: [
        .home,
        .config,
    ]
) { arguments in
    guard arguments.words == ["renew"] else { throw UsageFault.expected("'key renew'") }
    umask(0o077)
    let data = try arguments.home().data
    let lock = try WorkerLock(data)
    let renewal = try Store.renewKey(data, now: time(nil))
    _ = consume lock
    Console.print("key renewed \(data.key): \(renewal.auditLines) lines of the audit sealed anew")
    let staff = renewal.staffWithApp
    if !staff.isEmpty || renewal.citizensWithApp > 0 {
        Console.print(
            "new recovery codes must be made, each at their own account, by: "
                + (staff + ["\(renewal.citizensWithApp) citizens"]).joined(separator: ", "))
    }
    Console.complain(
        """
        as they were before, database and key are in \(renewal.copies.joined(separator: " and ")): delete both when all is well
        next: make a new backup, since older ones hold the old key; and where ends of the audit are kept elsewhere, begin \
        a new file of them: pishkhan audit --head
        """)
    return .done
}
