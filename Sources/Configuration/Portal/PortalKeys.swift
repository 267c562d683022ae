import Portal
import Source

extension PortalConfig {
    /// The keys of `portal.json5`.
    static let keys = Keys(
        new: PortalConfig(),
        [
            Key(
                "name", .localized, \.settings.name, isRequired: true,
                about: "The portal's name, on every page and in every message."),
            Key(
                "organisation", .localized, \.settings.organisation, isRequired: true,
                about: "The organisation that runs the portal. It stands at the foot of every page."),
            Key(
                "address", .text(.address), \.settings.address, isRequired: true,
                about: """
                    The portal's public address, with a slash at the end. Messages and addresses are made from it. With \
                    https, cookies are sent over TLS only; a public portal needs https.
                    """),
            Key(
                "languages", .list(of: .language, new: .persian, atLeast: 1), \.settings.languages,
                about: """
                    The languages of the pages. The first is the main one: its pages have the short addresses, and its \
                    calendar dates the letter numbers.
                    """),
            Key(
                "cgiPath", .text(.cgiPath), \.settings.cgiPath,
                about: """
                    Where the web server mounts the CGI program. It must be the same as in the web server's configuration.
                    """),
            Key(
                "proxy", .object(proxyKeys), \.settings.proxy,
                about: """
                    A proxy between the citizens and the web server, such as a load balancer. Without this key there is none, and \
                    X-Forwarded-For, which anybody can write, is not read.
                    """),
            Key(
                "home", .text(.path), \.home,
                about: """
                    The folder in which releases and data lie, seen from the config's folder. An installed portal has \
                    /var/lib/pishkhan.
                    """),
            Key(
                "timeZone", .timeZone, \.settings.utcOffset,
                about: "Local time, as hours and minutes before or after UTC. All dates and times are shown in it."),
            Key(
                "units", .text(.path), \.units,
                about: """
                    The file with the units that people can write to, as JSON5 or as a table (CSV), or a folder of such \
                    files.
                    """),
            Key(
                "texts", .text(.path), \.texts,
                about: "The folder with every word of the pages, messages and errors: one file for each language."),
            Key(
                "pages", .text(.path), \.pages,
                about: "The folder with the pages of text in Markdown: one folder for each language."),
            Key(
                "theme", .optional(.text(.path), new: ""), \.theme,
                about: """
                    The folder with the look of the pages: the templates, the style sheet, the icon and the scripts. \
                    Without this key it is the built-in theme, which pishkhan theme export writes for changing.
                    """),
            Key(
                "look", .object(Look.keys), \.look,
                about: "The colours, the font, the logo and the corners, in place of the theme's own."),
            Key(
                "sounds", .text(.path), \.sounds,
                about: """
                    The folder with the digits as they sound, for security codes that are read aloud: one folder for each \
                    language. It is read only where login.securityCode is "image".
                    """),
            Key(
                "notices", .list(of: .object(NoticeConfig.keys), new: NoticeConfig()), \.notices,
                about: """
                    What everybody should know for a while: each notice stands on top of every page, in the order of this \
                    list.
                    """),
            Key(
                "redirects", .dictionary(of: .text(.redirectTarget), new: ""), \.redirects,
                about: """
                    Paths that are no longer used, each with the one that it leads to now, such as those of an earlier \
                    site. The web server must be reloaded after a change.
                    """),
            Key(
                "security", .optional(.object(SecurityContact.keys), new: SecurityContact()), \.security,
                about: """
                    Whom somebody tells who has found a hole in the portal's security. It is published as \
                    /.well-known/security.txt (RFC 9116); without this key there is no such file.
                    """),
            Key(
                "menu", .list(of: .object(MenuEntry.keys), new: MenuEntry()), \.menu,
                about: "The links at the top of every page, in this order."),
            Key(
                "letters", .object(letterKeys), \.settings,
                about: "How letters are numbered, why they can be rejected, and which Word files are taken."),
            Key("login", .object(loginKeys), \.settings, about: "How citizens log in."),
            Key("staff", .object(staffKeys), \.self, about: "How, and from where, the staff log in."),
            Key(
                "mobile", .object(mobileKeys), \.settings.mobilePlan,
                about: "How mobile numbers of the portal's country are written. The defaults are Iran's."),
            Key(
                "limits", .object(limitKeys), \.settings.limits,
                about: """
                    How much, how many, how long: times in seconds, sizes in bytes. What is not named has its default.
                    """),
            Key(
                "sandbox", .choice(Self.about), \.settings.sandbox,
                about: """
                    What the CGI program does where the kernel cannot lock it in wholly (Landlock and seccomp, Linux 5.19 \
                    and newer). A public portal should say "required".
                    """),
            Key("sms", .object(SMSConfig.keys), \.sms, about: "How text messages leave the portal."),
            Key(
                "scanner", .object(scannerKeys), \.settings.scanner,
                about: """
                    A virus scanner, ClamAV's clamd, that looks at each document before it is taken. Without this key \
                    there is none.
                    """),
        ]
    ) { object, config in
        checkRedirects(object, config)
        guard !object.wrong.contains("languages") else { return }
        let languages = config.settings.languages
        if Set(languages).count < languages.count {
            object.note(at: "languages", "names a language twice", expected: "each once, the main language first")
        }
        object.requireTexts(config.settings.name, at: ["name"], in: languages)
        object.requireTexts(config.settings.organisation, at: ["organisation"], in: languages)
        for (index, notice) in config.notices.enumerated() {
            object.requireTexts(notice.text, at: ["notices", .index(index), "text"], in: languages)
        }
        for (index, reason) in config.settings.rejectionReasons.enumerated() {
            object.requireTexts(reason, at: ["letters", "rejectionReasons", .index(index)], in: languages)
        }
        for (index, entry) in config.menu.enumerated() where entry.title != LocalizedText() {
            object.requireTexts(entry.title, at: ["menu", .index(index), "title"], in: languages)
        }
    }

    private static func about(_ policy: PortalSettings.SandboxPolicy) -> String {
        switch policy {
        case .required: "it answers 503 and says in the log what is missing"
        case .available: "it runs with what there is, and says in each line of the log what is missing"
        }
    }
}

extension ObjectPlace {
    /// Notes the languages in which a text is missing. Inside a key with other mistakes nothing is said.
    func requireTexts(_ text: LocalizedText, at path: [PathStep], in languages: [Language]) {
        guard case .key(let key)? = path.first, has(key), !wrong.contains(key) else { return }
        for language in languages where text[language].isEmpty {
            place.noted.problems.append(
                place.document.problem(
                    at: place.path + path,
                    "\(place.document.described(place.path + path)) lacks its text in \(language.rawValue)",
                    expected: "\(language.rawValue): \"…\""))
        }
    }
}
