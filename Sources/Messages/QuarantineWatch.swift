import Glibc
import Portal
import Scanner
import Store
import Watching

/// Empties the quarantine, again and again: on a thread of its own and with a store of its own, so that a scanner that
/// hangs keeps no login code waiting.
final class QuarantineWatch: @unchecked Sendable {
    // Everything here is set before the thread begins, and used by it alone afterwards.
    private let home: Home
    private let stop: StopSignal
    private let report: @Sendable (String) -> Void
    private var said: Set<String> = []
    private var isComplaining = false
    private var thread = pthread_t()

    /// Seconds between two looks.
    private static let interval = 5

    /// Begins at once.
    init(home: Home, until stop: StopSignal, report: @escaping @Sendable (String) -> Void) {
        (self.home, self.stop, self.report) = (home, stop, report)
        let held = Unmanaged.passRetained(self)
        pthread_create(
            &thread, nil,
            { held in
                if let held { Unmanaged<QuarantineWatch>.fromOpaque(held).takeRetainedValue().watch() }
                return nil
            }, held.toOpaque())
    }

    /// Returns when the thread has noticed the signal to stop; it interrupts a scan.
    func join() { pthread_join(thread, nil) }

    private func watch() {
        while !stop.isRaised {
            isComplaining = false
            do {
                _ = try Self.empty(home, stop: stop, clock: { time(nil) }, report: complain)
            } catch ScannerFault.interrupted {
            } catch {
                complain("\(error)")
            }
            // What has been mended is worth a line when it breaks again.
            if !isComplaining { said = [] }
            var waiting = pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)
            poll(&waiting, 1, CInt(Self.interval * 1_000))
        }
    }

    /// The same is not said again in every round.
    private func complain(_ line: String) {
        isComplaining = true
        if said.insert(line).inserted { report(line) }
    }

    /// One round, if there is anything to do. The release is opened anew each time: it may have changed.
    static func empty(
        _ home: Home, stop: StopSignal?, clock: @escaping () -> Int, report: @escaping (String) -> Void
    ) throws -> Summary {
        // Durable: a file is deleted only when its row is gone for certain.
        let store = try Store(opening: home.data)
        let count = try store.quarantinedCount()
        guard count > 0 else { return Summary() }
        let portal = try PortalSnapshot(opening: home.snapshot)
        let settings = portal.settings
        guard settings.scanner.isNamed else { throw QuarantineFault.noScanner(letters: count) }
        let clamd = Clamd(socketPath: settings.scanner.socket, interruption: stop?.descriptor ?? -1)
        try clamd.ping(until: Deadline(seconds: settings.scanner.timeout))
        return try QuarantineRound(
            store: store, portal: portal, settings: settings, clamd: clamd, clock: clock, report: report
        ).run()
    }
}

/// Why nothing leaves the quarantine.
enum QuarantineFault: Error, CustomStringConvertible {
    /// The config names no scanner any more.
    case noScanner(letters: Int)

    var description: String {
        switch self {
        case .noScanner(let letters):
            "\(letters) letters wait in quarantine for a scanner that the config no longer names; name it again"
        }
    }
}
