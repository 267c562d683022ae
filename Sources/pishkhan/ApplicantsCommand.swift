import Desk
import Glibc
import Store

/// `pishkhan applicants`.
let applicantsCommand = Command(
    name: "applicants", summary: "helps citizens who have lost their authenticator app",
    usage: [
        "applicants reset NUMBER [--home DIR] [--config FILE]"
    ],
    about: """
        For a citizen who has neither the authenticator app nor a recovery code any more: removes the app, so that login
        codes come by SMS again, and ends the citizen's sessions. Whoever asks for it must show in person that the mobile
        number is theirs: somebody else's SIM card is what the app protects from. It is an event of the audit.
        """,
    options: [
        .home,
        .config,
    ]
) { arguments in
    guard arguments.words.count == 2, arguments.words[0] == "reset" else {
        throw UsageFault.expected("'applicants reset NUMBER'")
    }
    let home = try arguments.home()
    let plan = try PortalSnapshot(opening: home.snapshot).settings.mobilePlan
    guard let mobile = MobileNumber(typed: arguments.words[1], plan: plan) else {
        throw UsageFault.expected("a mobile number such as 09123456789")
    }
    let store = try Store(opening: home.data)
    guard try store.resetAuthenticator(of: mobile, console: consoleUser(), now: time(nil)) else {
        Console.complain("this number uses no authenticator app; its codes come by SMS already")
        return .failed
    }
    Console.print("authenticator app removed")
    return .done
}
