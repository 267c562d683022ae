import Desk
import Glibc

/// Goes through settings in a fixed order, to write them into a table of strings or to read them from it: both ways
/// share one list of the fields, so they cannot disagree.
struct SettingsTable {
    private let isReading: Bool
    /// What is still to be read: strings in UTF-8, each followed by a zero byte.
    private var unread = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// What was written, in the same way.
    private(set) var bytes: [UInt8] = []

    init() { isReading = false }

    private init(reading bytes: UnsafeBufferPointer<UInt8>) {
        isReading = true
        unread = bytes
    }

    /// Reads what was written.
    static func read(_ bytes: [UInt8], _ visit: (inout SettingsTable) -> Void) {
        bytes.withUnsafeBufferPointer {
            var table = SettingsTable(reading: $0)
            visit(&table)
        }
    }

    /// The next string; empty behind the last one.
    private mutating func next() -> UnsafeBufferPointer<UInt8> {
        guard let start = unread.baseAddress, let zero = memchr(start, 0, unread.count) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let count = UnsafeRawPointer(zero) - UnsafeRawPointer(start)
        defer { unread = UnsafeBufferPointer(rebasing: unread[(count + 1)...]) }
        return UnsafeBufferPointer(rebasing: unread[..<count])
    }

    mutating func field(_ value: inout String) {
        if isReading {
            let text = next()
            value = text.isEmpty ? "" : String(decoding: text, as: UTF8.self)
        } else {
            let start = bytes.count
            bytes += value.utf8
            // Zero bytes part the strings: in a text they are dropped.
            if hasZero(from: start) { bytes.replaceSubrange(start..., with: value.utf8.filter { $0 != 0 }) }
            bytes.append(0)
        }
    }

    /// Bytes without zero bytes among them.
    mutating func field(_ value: inout [UInt8]) {
        if isReading {
            value = Array(next())
        } else {
            bytes += value
            bytes.append(0)
        }
    }

    mutating func field(_ value: inout Int) {
        if isReading {
            value = wholeNumber(next()) ?? value
        } else {
            bytes += String(value).utf8
            bytes.append(0)
        }
    }

    private func hasZero(from start: Int) -> Bool {
        bytes[start...].withUnsafeBytes { $0.baseAddress.map { memchr($0, 0, bytes.count - start) != nil } ?? false }
    }

    mutating func field(_ value: inout Bool) {
        var number = value ? 1 : 0
        field(&number)
        value = number == 1
    }

    mutating func field<Choice: RawRepresentable>(_ value: inout Choice) where Choice.RawValue == String {
        var text = value.rawValue
        field(&text)
        value = Choice(rawValue: text) ?? value
    }

    mutating func field(_ value: inout LocalizedText) {
        field(&value.persian)
        field(&value.english)
    }

    /// A list: its length, then its elements.
    mutating func list<Element>(
        _ values: inout [Element], new: Element, _ each: (inout SettingsTable, inout Element) -> Void
    ) {
        var count = values.count
        field(&count)
        if isReading { values = Array(repeating: new, count: max(0, min(count, 10_000))) }
        for index in values.indices { each(&self, &values[index]) }
    }
}

/// The whole number that some bytes are in ASCII digits; nil where they are none, or one that is too large.
private func wholeNumber(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let isNegative = text.first == 0x2d
    var number = 0
    for digit in text.dropFirst(isNegative ? 1 : 0) {
        guard (0x30...0x39).contains(digit) else { return nil }
        let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
        let (sum, isStillTooLarge) = tens.addingReportingOverflow(Int(digit) - 0x30)
        guard !isTooLarge, !isStillTooLarge else { return nil }
        number = sum
    }
    guard text.count > (isNegative ? 1 : 0) else { return nil }
    return isNegative ? -number : number
}

extension PortalSettings {
    /// The settings as a table of strings.
    public var table: StringTable {
        var copy = self
        var table = SettingsTable()
        copy.visit(&table)
        return StringTable(bytes: table.bytes)
    }

    /// The settings that `table` gave.
    public init(table: StringTable) {
        self.init()
        var read = self
        SettingsTable.read(table.bytes) { read.visit(&$0) }
        self = read
    }

    private mutating func visit(_ table: inout SettingsTable) {
        table.field(&name)
        table.field(&organisation)
        table.field(&address)
        table.list(&languages, new: .persian) { $0.field(&$1) }
        table.field(&cgiPath)
        table.field(&utcOffset)
        table.field(&mobilePlan.countryCode)
        table.field(&mobilePlan.trunkPrefix)
        table.field(&mobilePlan.leadingDigits)
        table.field(&mobilePlan.digits)
        table.field(&numbering)
        table.field(&securityCode)
        table.field(&staffSecondFactor)
        table.list(&staffNetworks, new: "") { $0.field(&$1) }
        table.list(&scripts, new: PublishedScript()) {
            $0.field(&$1.name)
            $0.field(&$1.path)
            $0.field(&$1.integrity)
        }
        table.field(&picture)
        table.list(&notices, new: PortalNotice()) {
            $0.field(&$1.weight)
            $0.field(&$1.from)
            $0.field(&$1.until)
            $0.field(&$1.markup)
        }
        table.list(&rejectionReasons, new: LocalizedText()) { $0.field(&$1) }
        table.field(&wordMacros)
        table.field(&sandbox)
        limits.visit(&table)
        table.field(&scanner.socket)
        table.field(&scanner.whenDown)
        table.field(&scanner.timeout)
        table.list(&proxy.addresses, new: "") { $0.field(&$1) }
        table.field(&proxy.endsTLS)
        visitGateway(&table)
    }

    private mutating func visitGateway(_ table: inout SettingsTable) {
        var gateway: HTTPGateway
        var kind: String
        switch sms {
        case .log: (kind, gateway) = ("log", HTTPGateway())
        case .http(let http): (kind, gateway) = ("http", http)
        }
        table.field(&kind)
        gateway.visit(&table)
        sms = kind == "http" ? .http(gateway) : .log
    }
}

extension Limits {
    fileprivate mutating func visit(_ table: inout SettingsTable) {
        table.field(&codeDigits)
        table.field(&codeLifetime)
        table.field(&codeTries)
        table.field(&codeInterval)
        table.field(&codesPerNumber)
        table.field(&codesPerAddress)
        table.field(&codesPerPrefix)
        table.field(&prefixOmits)
        table.field(&codesPerDay)
        table.field(&securityCodeLifetime)
        table.field(&securityCodeDigits)
        table.field(&harderCodeDigits)
        table.field(&workBits)
        table.field(&harderWorkBits)
        table.field(&wrongCodesPerHour)
        table.field(&sessionIdle)
        table.field(&sessionWhole)
        table.field(&staffSessionIdle)
        table.field(&staffSessionWhole)
        table.field(&staffTries)
        table.field(&fileBytes)
        table.field(&attachments)
        table.field(&photographs)
        table.field(&requestBytes)
        table.field(&applicantBytes)
        table.field(&networkBytes)
        table.field(&portalBytes)
        table.field(&freeBytes)
        table.field(&imagePixels)
        table.field(&packageParts)
        table.field(&packageBytes)
        table.field(&pageLength)
    }
}

extension HTTPGateway {
    fileprivate mutating func visit(_ table: inout SettingsTable) {
        table.list(&requests, new: Request()) {
            $0.field(&$1.kind)
            $0.field(&$1.method)
            $0.field(&$1.url)
            $0.field(&$1.bodyKind)
            $0.field(&$1.body)
        }
        table.list(&headers, new: "") { $0.field(&$1) }
        table.field(&basic)
        table.field(&numbers)
        table.list(&successStatuses, new: 0) { $0.field(&$1) }
        table.field(&successPath)
        table.field(&successValue)
        table.field(&failureValue)
        table.field(&successText)
        table.list(&finalStatuses, new: 0) { $0.field(&$1) }
        table.field(&timeout)
        table.field(&secretFile)
    }
}
