import Persian

/// Puts markup together of many small pieces, as a list has them: an array looks at each one whether it is shared, and whether
/// it is long enough, which takes longer than most pieces.
///
/// As with `HTML`, strings enter only escaped.
struct MarkupWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    /// - Parameter room: about how many bytes there will be, above 0; it grows with what comes.
    init(room: Int) {
        start = .allocate(capacity: room)
        capacity = room
    }

    deinit { start.deallocate() }

    /// What has been written so far; until more is.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Adds markup, written by the programmer.
    mutating func add(markup: StaticString) {
        markup.withUTF8Buffer { add($0) }
    }

    /// Adds markup.
    mutating func add(_ html: HTML) {
        html.bytes.withUnsafeBufferPointer { add($0) }
    }

    /// Adds a part of markup, which begins and ends between two of its characters.
    mutating func add(_ html: HTML, _ part: Range<Int>) {
        html.bytes.withUnsafeBufferPointer { add(UnsafeBufferPointer(rebasing: $0[part])) }
    }

    /// Adds text, escaped.
    mutating func add(text: String) {
        var text = text
        text.withUTF8 { add(escaping: $0) }
    }

    /// Adds text that somebody typed: its direction does not turn what stands around it.
    mutating func add(isolated text: String) {
        add(markup: "<bdi>")
        add(text: text)
        add(markup: "</bdi>")
    }

    /// Adds a number that is not negative, in ASCII digits.
    mutating func add(_ number: Int) { add(.ascii, atMost: 20) { $0.add(number) } }

    /// Adds what a writer of text writes, escaped.
    ///
    /// - Parameter length: how many bytes it writes at most.
    mutating func add(_ digits: TextWriter.Digits, atMost length: Int, _ write: (inout TextWriter) -> Void) {
        makeRoom(for: length)
        let room = UnsafeMutableBufferPointer(start: start + count, count: length)
        let written = TextWriter.write(digits, into: room, write)
        if room[..<written].allSatisfy({ HTML.escape($0) == nil }) {
            count += written
        } else {
            Array(room[..<written]).withUnsafeBufferPointer { add(escaping: $0) }
        }
    }

    private mutating func add(escaping text: UnsafeBufferPointer<UInt8>) {
        // What needs no escape, nearly everything, is copied in one go.
        var begin = 0
        for place in text.indices where text[place] < 0x3f {
            guard let escape = HTML.escape(text[place]) else { continue }
            add(UnsafeBufferPointer(rebasing: text[begin..<place]))
            add(markup: escape)
            begin = place + 1
        }
        add(UnsafeBufferPointer(rebasing: text[begin...]))
    }

    private mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let first = piece.baseAddress else { return }
        makeRoom(for: piece.count)
        (start + count).update(from: first, count: piece.count)
        count += piece.count
    }

    @inline(__always)
    private mutating func makeRoom(for more: Int) {
        if more > capacity - count { grow(to: count + more) }
    }

    private mutating func grow(to least: Int) {
        let larger = max(least, 2 * capacity)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        start.deallocate()
        (start, capacity) = (moved, larger)
    }
}

extension HTML {
    /// What is written, as markup.
    ///
    /// - Parameter room: about how many bytes there will be, above 0.
    static func written(room: Int, _ write: (inout MarkupWriter) -> Void) -> HTML {
        var html = HTML.empty
        html.append(room: room, write)
        return html
    }

    /// Appends what is written.
    ///
    /// - Parameter room: about how many bytes there will be, above 0.
    mutating func append(room: Int, _ write: (inout MarkupWriter) -> Void) {
        var writer = MarkupWriter(room: room)
        write(&writer)
        append(trusted: writer.bytes)
    }
}
