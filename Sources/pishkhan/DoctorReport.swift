import Doctor
import FoundationEssentials

/// What `pishkhan doctor --json` prints.
struct DoctorReport: Encodable {
    let isWell: Bool
    let findings: [Finding]

    init(findings: [Finding]) {
        isWell = !findings.contains { $0.weight == .wrong }
        self.findings = findings
    }

    func json() throws -> String { try jsonText(self) }
}

/// A value as one line of JSON, its keys in a fixed order.
func jsonText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
