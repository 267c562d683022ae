import Folders

/// The site that Debian's Apache brings: without a ServerName it answers for the machine's own name, before any other site.
struct ExampleSite {
    private let file = "/etc/apache2/sites-available/000-default.conf"
    private let link = "/etc/apache2/sites-enabled/000-default.conf"
    private let pages = "/var/www/html"
    private let page = "/usr/share/apache2/default-site/index.html"

    /// Whether it is in force.
    var isEnabled: Bool { Changes.exists(link) }

    /// Whether it is the only one that could be in force.
    var isMissed: Bool { Changes.exists(file) && (Folder.names(in: "/etc/apache2/sites-enabled") ?? []).isEmpty }

    /// Whether it takes the machine's name from other sites.
    var hasNoName: Bool { !words.contains { $0.first == "servername" } }

    /// Whether it shows Debian's page and nothing of anybody's.
    var isUntouched: Bool {
        hasNoName && words.contains(["documentroot", pages])
            && Folder.names(in: pages)?.filter { $0 != "index.nginx-debian.html" } == ["index.html"]
            && WholeFile.bytes(of: pages + "/index.html") == WholeFile.bytes(of: page)
    }

    /// The directives, in small letters, comments left out.
    private var words: [[String]] {
        let text = String(decoding: WholeFile.bytes(of: file) ?? [], as: UTF8.self)
        return text.split(separator: "\n").map { $0.lowercased().split { $0 == " " || $0 == "\t" }.map(String.init) }
            .filter { $0.first?.hasPrefix("#") == false }
    }
}

extension Setup {
    /// Debian's example makes room for the portal; what somebody has made of it stays.
    func leaveRoom(_ package: ServerPackage) throws(SetupFault) {
        let example = ExampleSite()
        guard package.server == .apache, example.isEnabled else { return }
        if example.isUntouched {
            try changes.run(["a2dissite", "--quiet", "000-default"])
        } else if example.hasNoName {
            changes.note(
                "the site 000-default answers for this machine's own name; give it another ServerName if the portal has that"
            )
        }
    }

    /// Where the portal was the only site, the example comes back.
    func giveRoomBack(_ package: ServerPackage) throws(SetupFault) {
        guard package.server == .apache, ExampleSite().isMissed else { return }
        try changes.run(["a2ensite", "--quiet", "000-default"])
    }
}
