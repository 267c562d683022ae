/// What makes a release readable by a program: both must have been built with the same keys and fields.
public enum ReleaseFormat {
    /// Stands in the release's `user_version`. It changes with every key of the catalogue and every field of the
    /// settings and of a unit: a test computes it from their names and says the new value.
    public static let version = 1_811_244_416

    /// FNV-1a, 32 bits, over the names of the catalogue's keys, the strings of default settings and those of a new unit.
    static var computed: Int {
        var hash: UInt32 = 0x811c_9dc5
        let names = Text.allCases.map(\.name).joined(separator: " ")
        let unit = PortalUnit(id: "", title: LocalizedText())
        for byte in Array(names.utf8) + PortalSettings().table.bytes + unit.record {
            hash = (hash ^ UInt32(byte)) &* 0x0100_0193
        }
        // user_version is a signed 32-bit number.
        return Int(hash & 0x7fff_ffff)
    }
}
