import Foundation
import Synchronization
import Testing
import Watching

@Test("SIGTERM, SIGINT and SIGHUP raise the signal to stop", arguments: [SIGTERM, SIGINT, SIGHUP])
func stopSignals(number: Int32) throws {
    let ended = DispatchSemaphore(value: 0)
    let raised = Mutex<[Bool]>([])
    // In a thread of its own, which takes its blocked and pending signals with it.
    let thread = Thread {
        if let stop = try? StopSignal() {
            raised.withLock { $0.append(stop.isRaised) }
            pthread_kill(pthread_self(), number)
            raised.withLock { $0.append(stop.isRaised) }
        }
        ended.signal()
    }
    thread.start()
    ended.wait()
    #expect(raised.withLock { $0 } == [false, true])
}
