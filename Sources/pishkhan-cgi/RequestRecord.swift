import CGI
import Desk
import Glibc
import Persian

/// What the log says of one request. Paths, queries, fields and cookies stay out of it: they hold codes, names, numbers.
final class RequestRecord {
    let number = RequestNumber.random()
    /// As it was sent, if it could be read at all.
    var method: String?
    /// The pattern of the path, such as `/letters/#`; nil where there is none.
    var route: String?
    /// What of the sandbox is not in force; nil where nothing is missing.
    var withoutSandbox: String?
    /// UTC seconds.
    let now: Int
    private let began: UInt64
    private var refused: String?
    private var why: String?

    /// - Parameters:
    ///   - now: UTC seconds.
    ///   - began: nanoseconds of the monotonic clock when the program began.
    init(now: Int, began: UInt64) {
        self.now = now
        self.began = began
    }

    /// Remembers that the request did not get what it asked for; the first word for it counts.
    func refuse(_ what: String, _ why: String? = nil) {
        if refused == nil { refused = what }
        if let why { note(why) }
    }

    /// Remembers something for the administrator.
    func note(_ words: String) { why = why.map { $0 + "; " + words } ?? words }

    /// Remembers which fields were wrong and in what way; what was typed stays out.
    func refuse<Field>(_ problems: [FieldProblem<Field>]) {
        guard !problems.isEmpty else { return }
        let words = problems.map { "\($0.field) \(caseName($0.fault.innermost))" }
        refuse("form", words.joined(separator: ", "))
    }

    /// The line, when the answer is ready.
    func line(status: Status) -> LogLine {
        var line = LogLine()
        line.add("time", Self.time(now))
        line.add("request", number.text)
        line.add("method", method)
        line.add("route", route)
        line.add("status", status.code)
        line.add("microseconds", Int((monotonicNanoseconds() - began) / 1_000))
        if refused != nil || status.code >= 400 { line.add("refused", refused ?? status.reason) }
        if let why { line.add("why", why) }
        if let withoutSandbox { line.add("sandboxLacks", withoutSandbox) }
        return line
    }

    /// `2026-11-24T06:43:58Z`
    private static func time(_ now: Int) -> String {
        guard let date = try? GregorianDate(utcSeconds: now, offset: 0) else { return String(now) }
        return TextWriter.text(.ascii, atMost: 20) { text in
            date.writeShort(to: &text)
            text.add(ascii: UInt8(ascii: "T"))
            ClockTime(utcSeconds: now, offset: 0).writeShort(to: &text)
            text.add(ascii: UInt8(ascii: ":"))
            text.add(pair: now % 60)
            text.add(ascii: UInt8(ascii: "Z"))
        }
    }
}

/// The name of an enumeration's case, without its values: those may be somebody's.
func caseName(_ value: some Any) -> String { String("\(value)".prefix { $0 != "(" }) }

extension FieldFault {
    /// The fault of the document or the quota, where it is one.
    fileprivate var innermost: Any {
        switch self {
        case .document(let fault): fault
        case .upload(let refusal): refusal
        default: self
        }
    }
}

/// The monotonic clock.
func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
