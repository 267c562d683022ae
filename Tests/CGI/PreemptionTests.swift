import CAttempts
import CLinux
import Foundation
import Glibc
import Testing

@testable import CGI

@Test("A writer notices that its reader takes the processor from it")
func takenByReader() throws {
    let found = DispatchSemaphore(value: 0)
    // A thread of its own, for it keeps to one processor, and so does the reader that it starts.
    Thread.detachNewThread {
        keepToThisProcessor()
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0, let reading = try? PipeReader(of: ends[0]) else { return }
        // Whoever is not as idle takes the processor at once.
        becomeIdle()
        var output = DescriptorOutput(ends[1])
        for _ in 0..<20_000 where !output.wasPreempted {
            try? output.write([1], [])
            // On a busy processor the reader may not have come to reading yet.
            if !output.wasPreempted { usleep(1_000) }
        }
        close(ends[1])
        _ = reading.wait()
        close(ends[0])
        if output.wasPreempted { found.signal() }
    }
    #expect(found.wait(timeout: .now() + 60) == .success)
}

@Test("A writer whom nobody disturbs notices nothing")
func undisturbed() throws {
    let nowhere = open("/dev/null", O_WRONLY)
    defer { close(nowhere) }
    var output = DescriptorOutput(nowhere)
    let noticed = try (0..<50).map { _ in
        try output.write([1], [])
        return output.wasPreempted
    }
    // Other tests may take the processor once or twice.
    #expect(noticed.contains(false))
}

/// The calls are made without the C library, whose declarations need _GNU_SOURCE.
private func keepToThisProcessor() {
    var processors = [UInt8](repeating: 0, count: 128)
    let processor = Int(sched_getcpu())
    processors[processor / 8] = 1 << (processor % 8)
    processors.withUnsafeBytes {
        _ = attempt_call(Int(SYS_sched_setaffinity), 0, $0.count, Int(bitPattern: $0.baseAddress), 0, 0, 0)
    }
}

private func becomeIdle() {
    var parameters = sched_param(sched_priority: 0)
    let idle = 5  // SCHED_IDLE
    withUnsafeBytes(of: &parameters) {
        _ = attempt_call(Int(SYS_sched_setscheduler), 0, idle, Int(bitPattern: $0.baseAddress), 0, 0, 0)
    }
}
