import Configuration
import Portal
import SQLite
import Secrets
import Store

/// A portal under examination: its places, and what is opened of them once. Nothing in it is changed.
public final class Examination {
    let home: Home
    let config: String
    let user: SystemUser?
    let keptHeads: String?
    let now: Int
    /// The portal as visitors see it; nil where it is examined from inside alone.
    let web: WebPortal?
    /// The CGI program.
    let program: String
    private let toldSocket: ProgramSocket?

    /// An examination.
    ///
    /// - Parameters:
    ///   - config: the path of the config.
    ///   - user: the user that the web server runs CGI programs as; the data's owner if not given.
    ///   - keptHeads: a file of lines of `audit.head` that were kept elsewhere.
    ///   - now: UTC seconds.
    ///   - web: the portal as visitors see it.
    ///   - program: the CGI program.
    ///   - socket: where it is run, if the web server does not run it itself; if not given, the socket of the FastCGI processes
    ///     where the data are their user's, and fcgiwrap's elsewhere.
    public init(
        home: Home, config: String, user: SystemUser? = nil, keptHeads: String? = nil, now: Int, web: WebPortal? = nil,
        program: String = Installed.program, socket: ProgramSocket? = nil
    ) {
        self.home = home
        self.config = config
        self.user = user
        self.keptHeads = keptHeads
        self.now = now
        self.web = web
        self.program = program
        toldSocket = socket
    }

    /// The database, if it can be opened. An empty one is not: see `smallestDatabase`.
    private(set) lazy var database: Database? = FileFacts(home.data.database).flatMap { facts in
        facts.size >= DataFolder.smallestDatabase ? try? Database(path: home.data.database, mode: .readOnly) : nil
    }

    /// The desk's key, if it is whole.
    ///
    /// The database is read first: while it is open nobody renews the key, so the two belong together.
    private(set) lazy var key: SecretKey? = {
        _ = try? database?.first("PRAGMA user_version") { $0.int(0) }
        return contents(of: home.data.key, limit: 33).flatMap(SecretKey.init(bytes:))
    }()

    /// What the served release says, if it can be read.
    private(set) lazy var settings: PortalSettings? = try? PortalSnapshot(opening: home.snapshot).settings

    /// What the config says, if it can be read.
    private(set) lazy var configuredSettings: PortalSettings? = try? readSite(config: config).settings

    /// The user that web servers run as: as told, or the usual one.
    private(set) lazy var webUser: SystemUser? =
        user ?? ["www-data", "apache", "nginx", "http"].lazy.compactMap { SystemUser(name: $0) }.first

    /// The user that CGI programs run as: as told, or the owner of the data.
    private(set) lazy var serverUser: SystemUser? =
        user ?? FileFacts(home.data.path).flatMap { SystemUser(id: $0.owner) }

    /// Whether requests go to FastCGI processes, as `pishkhan setup` has it, whose user then owns the data.
    private(set) lazy var hasFastCGI = toldSocket == nil && serverUser?.name == Installed.user

    /// fcgiwrap's socket, or that of the FastCGI processes.
    private(set) lazy var socket =
        toldSocket ?? (hasFastCGI ? .fastCGI(Installed.socket) : .fcgiwrap(Installed.wrapperSocket))

    /// Reads of the database as it is at one moment. Where it cannot be opened at all, another check says so.
    func read(_ body: (Database) throws -> [Finding]) throws -> [Finding] {
        guard let database else { return [] }
        return try database.read { try body(database) }
    }
}
