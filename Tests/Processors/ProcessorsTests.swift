import Processors
import Synchronization
import Testing

@Test(
    "What becomes of each element stands in the order of the elements, however many processors made it",
    arguments: [0, 1, 127, 128, 129, 5_000])
func order(count: Int) {
    #expect(onAllProcessors(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 })
}

@Test("Each part is asked for once", arguments: [0, 1, 128, 1_000])
func parts(count: Int) throws {
    let seen = Mutex<[Int]>([])
    try onAllProcessors(count) { next in
        while let range = next() { seen.withLock { $0 += range } }
    }
    #expect(seen.withLock { $0.sorted() } == Array(0..<count))
}

@Test("The first error ends the work of all processors")
func firstError() {
    struct Stop: Error {}
    let done = Mutex(0)
    #expect(throws: Stop.self) {
        try onAllProcessors(1_000_000) { next in
            while let range = next() {
                if range.lowerBound == 0 { throw Stop() }
                done.withLock { $0 += range.count }
            }
        }
    }
    #expect(done.withLock { $0 } < 1_000_000)
}

@Test("A value that is made meanwhile is there when it is asked for, each time")
func meanwhile() {
    let sum = Meanwhile { (1...1_000).reduce(0, +) }
    #expect(sum.value == 500_500)
    #expect(sum.value == 500_500)
}

@Test("A value on demand is made once, by whoever asks first, and not before")
func onDemand() throws {
    let count = Atomic(0)
    let number = OnDemand { count.add(1, ordering: .relaxed).newValue }
    #expect(count.load(ordering: .relaxed) == 0)
    try onAllProcessors(1_000) { next in
        while let range = next() { for _ in range { #expect(number.value == 1) } }
    }
    #expect(count.load(ordering: .relaxed) == 1)
}
