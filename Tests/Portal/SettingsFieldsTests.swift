import Desk
import Testing

@testable import Portal

/// Settings with something in every list.
private let settings: PortalSettings = {
    var settings = PortalSettings()
    settings.staffNetworks = ["10.0.0.0/8"]
    settings.proxy.addresses = ["10.0.0.5"]
    settings.rejectionReasons = [LocalizedText(persian: "الف", english: "a")]
    var notice = PortalNotice()
    notice.markup = LocalizedText(persian: "<p>ب</p>", english: "<p>b</p>")
    settings.notices = [notice]
    var gateway = HTTPGateway()
    gateway.requests = [HTTPGateway.Request()]
    gateway.headers = ["X: y"]
    settings.sms = .http(gateway)
    return settings
}()

@Test("Each string of the table is a field: a change of any of them comes back")
func eachFieldCounts() throws {
    let table = settings.table
    let strings = (0..<table.count).map { table[$0] }
    for index in strings.indices {
        var changed = strings
        // Something else that a field of its kind can hold.
        changed[index] = others[strings[index]] ?? Int(strings[index]).map { String($0 + 1) } ?? strings[index] + "x"
        let read = PortalSettings(table: StringTable(changed))
        #expect(read != settings, "string \(index), \"\(strings[index])\", is read by nobody")
        #expect(PortalSettings(table: read.table) == read, "string \(index), \"\(strings[index])\"")
    }
}

private let others = [
    "fa": "en", "en": "fa", "image": "none", "requiredWithHTTPS": "optional", "http": "log", "form": "json",
    "national": "plus", "quarantine": "refuse", "available": "required", "refused": "accepted",
    "info": "warning",
]

@Test("Every field of the settings stands in the table")
func noFieldIsForgotten() {
    #expect(
        leaves(of: settings) == settings.table.count, "a field is missing in SettingsTable, or one stands there twice")
}

/// The strings that a value needs: one for each text, number and choice, one for each list's length.
private func leaves(of value: Any) -> Int {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct:
        return value is any StringProtocol
            ? 1 : mirror.children.isEmpty ? 1 : mirror.children.map { leaves(of: $0.value) }.reduce(0, +)
    case .collection: return 1 + mirror.children.map { leaves(of: $0.value) }.reduce(0, +)
    case .enum: return 1 + mirror.children.map { leaves(of: $0.value) }.reduce(0, +)
    default: return 1
    }
}

@Test("A damaged or cut table gives defaults and crashes nothing")
func damagedTable() {
    let bytes = settings.table.bytes
    for length in 0...bytes.count { _ = PortalSettings(table: StringTable(bytes: Array(bytes.prefix(length)))) }
    #expect(PortalSettings(table: StringTable([])).limits == Limits())
    #expect(PortalSettings(table: StringTable(Array(repeating: "99999999999999999999", count: 99))).limits == Limits())
    #expect(PortalSettings(table: StringTable(Array(repeating: "-5", count: 99))).rejectionReasons.isEmpty)
}
