// swift-tools-version: 6.0
import PackageDescription

// The targets stand in the order in which data meets them; each depends only on targets above it.
// `pishkhan-cgi` must stay linkable as one static binary: nothing that it reaches imports Foundation.
//
// A process lives for one request, so what counts is how many pages of the program and of memory it touches: lld lays
// functions and variables out in the order in which requests touch them (Tests/bench/sections_in_order.py writes the list).
let inOrder = [
    "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
    "--symbol-ordering-file=\(Context.packageDirectory)/cgi-bin/local/sections.order",
]

let package = Package(
    name: "pishkhan",
    products: [
        .executable(name: "pishkhan", targets: ["pishkhan"]),
        .executable(name: "pishkhan-cgi", targets: ["pishkhan-cgi"]),
    ],
    dependencies: [],
    targets: [
        // C libraries of the distribution
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CSodium"),
        .systemLibrary(name: "CNettle"),
        .systemLibrary(name: "CZlib"),
        .systemLibrary(name: "CDeflate"),
        .systemLibrary(name: "CBrotli"),
        .systemLibrary(name: "CHarfBuzz"),
        .systemLibrary(name: "CMarkdown"),
        .systemLibrary(name: "CCurl"),
        .systemLibrary(name: "CFastCGI"),
        .systemLibrary(name: "CLinux"),

        // Know nothing else
        .target(name: "Persian"),
        .target(name: "Folders"),
        .target(name: "Processors"),
        .target(name: "CGI", dependencies: ["CLinux"]),
        .target(name: "FastCGI", dependencies: ["CFastCGI", "CLinux", "CGI"]),
        .target(name: "Documents", dependencies: ["CZlib"]),
        .target(name: "Source"),
        .target(name: "JSON5", dependencies: ["Source"]),
        .target(name: "CSV"),
        .target(name: "Mustache"),
        .target(name: "Compression", dependencies: ["CDeflate", "CBrotli"]),
        .target(name: "Fonts", dependencies: ["CHarfBuzz", "Compression"]),
        .target(name: "SQLite", dependencies: ["CSQLite"]),
        .target(name: "Secrets", dependencies: ["CSodium", "CNettle"]),
        .target(name: "SecurityCode", dependencies: ["CZlib"]),
        .target(name: "QRCode"),
        .target(name: "Scanner"),
        .target(name: "HTTPClient", dependencies: ["CCurl"]),
        .target(name: "Sandbox", dependencies: ["CLinux"]),
        .target(name: "Watching", dependencies: ["CLinux", "Folders"]),

        // The domain, and the portal around it
        .target(name: "Desk", dependencies: ["Persian", "Documents"]),
        .target(name: "Portal", dependencies: ["Desk", "Documents", "Persian"]),

        // Where it is kept, and how it is shown
        .target(
            name: "Store", dependencies: ["CLinux", "SQLite", "Secrets", "Folders", "Documents", "Desk", "Portal"]),
        .target(name: "Notices", dependencies: ["Desk", "Persian", "Portal", "Store"]),
        .target(name: "Pages", dependencies: ["Desk", "Portal", "Persian", "Documents", "QRCode"]),

        // What only the administrator's command needs
        .target(name: "CBuiltIn", exclude: ["starter", "preview"]),
        .target(name: "BuiltIn", dependencies: ["CBuiltIn"]),
        .target(
            name: "Configuration",
            dependencies: [
                "BuiltIn", "Source", "JSON5", "CSV", "Mustache", "Fonts", "Secrets", "SecurityCode", "Folders",
                "Processors", "Portal", "Desk", "Persian",
            ]),
        .target(
            name: "Generator",
            dependencies: [
                "Configuration", "Source", "JSON5", "Mustache", "Fonts", "Portal", "Pages", "Store", "Folders",
                "Processors", "Secrets", "Persian", "CGI", "Compression", "CMarkdown", "CLinux", "CNettle",
            ]),
        .target(
            name: "Starter",
            dependencies: [
                "BuiltIn", "Configuration", "JSON5", "Source", "Portal", "Persian", "Folders", "CLinux",
            ]),
        .target(name: "Preview", dependencies: ["BuiltIn", "CGI", "Source", "Portal", "Pages"]),
        .target(name: "WebServers", dependencies: ["BuiltIn", "Mustache", "Portal"]),
        .target(
            name: "Setup",
            dependencies: ["BuiltIn", "Configuration", "WebServers", "Secrets", "Folders", "Portal"]),
        .target(
            name: "Messages",
            dependencies: [
                "HTTPClient", "JSON5", "Scanner", "Watching", "Desk", "Portal", "Store", "Notices",
            ]),

        .target(
            name: "Doctor",
            dependencies: [
                "Configuration", "Generator", "WebServers", "HTTPClient", "Store", "SQLite", "Secrets", "Folders",
                "Portal",
                "Desk",
            ]),
        .target(
            name: "Backup",
            dependencies: ["Doctor", "Store", "SQLite", "Secrets", "Folders", "Persian", "CLinux"]),

        .executableTarget(
            name: "pishkhan",
            dependencies: [
                "Starter", "Configuration", "Generator", "Processors", "Preview", "WebServers", "Setup", "Watching",
                "Messages",
                "Doctor",
                "Backup", "Store",
                "Secrets", "Portal", "Folders",
                "Desk", "Persian", "Source", "CSV", "CGI",
            ]),
        .executableTarget(
            name: "pishkhan-cgi",
            dependencies: [
                "CLinux", "CGI", "FastCGI", "SQLite", "SecurityCode", "QRCode", "Secrets", "Scanner", "Sandbox",
                "Watching", "Desk", "Portal", "Store", "Notices", "Pages", "Documents", "Persian",
            ],
            linkerSettings: [.unsafeFlags(inOrder, .when(configuration: .release))]),

        // The tests, in the order of what they test; those of whole programs are in Tests/servers and Tests/browser
        .target(name: "TemporaryFolders", path: "Tests/TemporaryFolders"),
        .target(name: "Samples", path: "Tests/Samples"),
        .target(name: "SeededRandom", path: "Tests/SeededRandom"),
        .testTarget(
            name: "PersianTests", dependencies: ["Persian"], path: "Tests/Persian", exclude: ["folding.tsv"]),
        .testTarget(
            name: "CGITests", dependencies: ["CLinux", "CGI", "SeededRandom", "CAttempts"], path: "Tests/CGI"),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "CZlib"], path: "Tests/Documents", exclude: ["real"]),
        .testTarget(name: "SourceTests", dependencies: ["Source"], path: "Tests/Source"),
        .testTarget(name: "JSON5Tests", dependencies: ["JSON5", "Source", "SeededRandom"], path: "Tests/JSON5"),
        .testTarget(name: "CSVTests", dependencies: ["CSV", "SeededRandom"], path: "Tests/CSV"),
        .testTarget(name: "FontsTests", dependencies: ["Fonts", "CHarfBuzz", "SeededRandom"], path: "Tests/Fonts"),
        .testTarget(name: "MustacheTests", dependencies: ["Mustache", "SeededRandom"], path: "Tests/Mustache"),
        .testTarget(
            name: "SecurityCodeTests", dependencies: ["SecurityCode", "CZlib"], path: "Tests/SecurityCode"),
        .testTarget(name: "QRCodeTests", dependencies: ["QRCode"], path: "Tests/QRCode"),
        .testTarget(name: "ScannerTests", dependencies: ["Scanner"], path: "Tests/Scanner"),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "TemporaryFolders"], path: "Tests/SQLite"),
        .testTarget(name: "SecretsTests", dependencies: ["Secrets", "CSodium"], path: "Tests/Secrets"),
        .systemLibrary(name: "CAttempts", path: "Tests/Sandbox/CAttempts"),
        .executableTarget(
            name: "sandbox-attempts", dependencies: ["CLinux", "Sandbox", "CAttempts"],
            path: "Tests/Sandbox/attempts"),
        .testTarget(
            name: "SandboxTests", dependencies: ["Sandbox", "sandbox-attempts"], path: "Tests/Sandbox",
            exclude: ["CAttempts", "attempts"]),
        .testTarget(name: "ProcessorsTests", dependencies: ["Processors"], path: "Tests/Processors"),
        .testTarget(
            name: "WatchingTests", dependencies: ["Watching", "TemporaryFolders"], path: "Tests/Watching"),
        .testTarget(name: "DeskTests", dependencies: ["Desk", "Persian", "SeededRandom"], path: "Tests/Desk"),
        .testTarget(name: "PortalTests", dependencies: ["Portal", "Desk", "Persian"], path: "Tests/Portal"),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "SQLite", "Secrets", "Desk", "Persian", "Portal", "TemporaryFolders", "Samples"],
            path: "Tests/Store"),
        .testTarget(name: "PagesTests", dependencies: ["Pages", "Persian", "QRCode"], path: "Tests/Pages"),
        .testTarget(name: "BuiltInTests", dependencies: ["BuiltIn"], path: "Tests/BuiltIn"),
        .testTarget(
            name: "PreviewTests", dependencies: ["Preview", "Source"], path: "Tests/Preview"),
        .testTarget(name: "SetupTests", dependencies: ["Setup", "Folders", "TemporaryFolders"], path: "Tests/Setup"),
        .testTarget(name: "WebServersTests", dependencies: ["WebServers", "Portal"], path: "Tests/WebServers"),
        .testTarget(
            name: "StarterTests",
            dependencies: ["Starter", "BuiltIn", "Configuration", "JSON5", "Portal", "TemporaryFolders"],
            path: "Tests/Starter"),
        .testTarget(
            name: "ConfigurationTests",
            dependencies: [
                "Configuration", "JSON5", "CSV", "Source", "Portal", "Persian", "SecurityCode", "SeededRandom",
                "TemporaryFolders",
            ], path: "Tests/Configuration"),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["Generator", "Configuration", "Pages", "Portal", "Persian", "SeededRandom"],
            path: "Tests/Generator"),
        .testTarget(
            name: "MessagesTests",
            dependencies: [
                "Messages", "HTTPClient", "Watching", "Configuration", "JSON5", "Store", "Secrets", "Desk", "Portal",
                "TemporaryFolders", "Samples",
            ],
            path: "Tests/Messages"),
        .testTarget(
            name: "DoctorTests",
            dependencies: ["Doctor", "Store", "Secrets", "Desk", "Portal", "TemporaryFolders", "Samples"],
            path: "Tests/Doctor"),
        .testTarget(
            name: "BackupTests",
            dependencies: ["Backup", "Doctor", "Store", "SQLite", "Secrets", "Desk", "TemporaryFolders", "Samples"],
            path: "Tests/Backup"),
    ]
)

// A section for each function: the linker can put only whole sections in order.
// A concrete type is asked for by its parts, not by a name that each process would have to take apart.
for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings = [
        .unsafeFlags(
            [
                "-Xfrontend", "-function-sections", "-Xfrontend",
                "-disable-concrete-type-metadata-mangled-name-accessors",
            ], .when(configuration: .release))
    ]
}
