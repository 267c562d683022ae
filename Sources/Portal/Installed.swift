/// Where an installed portal has its parts, with Debian's package or without it.
public enum Installed {
    /// The administrator's command.
    public static let command = "/usr/bin/pishkhan"
    /// The program of the web server, by CGI or FastCGI.
    public static let program = "/usr/lib/cgi-bin/pishkhan"
    /// The site, with its config.
    public static let site = "/etc/pishkhan"
    /// The config.
    public static let config = site + "/portal.json5"
    /// Releases and data.
    public static let home = "/var/lib/pishkhan"
    /// Where the FastCGI processes wait.
    public static let socket = "/run/pishkhan.socket"
    /// Where Debian's fcgiwrap waits.
    public static let wrapperSocket = "/run/fcgiwrap.socket"
    /// The user of the FastCGI processes, who owns the data then.
    public static let user = "pishkhan"
}
