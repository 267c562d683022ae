import Desk
import JSON5
import Portal

/// `scanner`: the virus scanner that looks at each document.
struct ScannerConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case socket, whenDown, timeout }

    private(set) var scanner = ScannerSettings()

    init(reading object: ObjectReader<CodingKeys>) {
        let socket: String = object.required(.socket, placeholder: "")
        scanner.socket = socket
        scanner.whenDown = object.choice(.whenDown, default: scanner.whenDown)
        scanner.timeout = object.value(.timeout, default: scanner.timeout)
        // sun_path has 108 bytes with the zero at its end (unix(7)).
        object.check(
            .socket,
            "must be the absolute path of clamd's socket, at most 107 bytes, expected something like \"/run/clamav/clamd.ctl\""
        ) {
            socket.hasPrefix("/") && socket.utf8.count <= 107 && !socket.utf8.contains(0)
        }
        // Web servers give a CGI program up after 60 seconds, if nothing else is said.
        object.check(.timeout, "must be between 1 and 50 seconds") { (1...50).contains(scanner.timeout) }
    }
}
