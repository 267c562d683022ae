extension Check {
    /// Nothing of the home but the public folder of the served release is handed out.
    static let closedFiles = Check("closed files") { examination in
        guard let web = examination.readyWeb() else { return [] }
        let paths = [
            "/data/desk.sqlite", "/data/key", "/data/messages.log", "/desk.sqlite", "/key", "/private/settings",
            "/current/private/settings", "/current/public/index.html", "/releases/", "/portal.json5", "/.git/config",
        ]
        return try paths.filter { try web.answer(to: $0).status == 200 }.map { path in
            let isData = path.contains("desk") || path.contains("key") || path.contains("messages")
            return Finding(
                web.address(of: path),
                "is handed out\(isData ? ", so people's letters, codes or the key that protects them may be known" : ""); the folder of the site must be \(examination.home.current)/public",
                examination.printAnew
                    + (isData ? "; then run: pishkhan key renew --home \(quoted(examination.home.path))" : ""))
        }
    }
}
