/// Compound files put together by hand: the allocation table in sector 0, the directory from 1 on, then the streams.
struct CompoundSample {
    struct Stream {
        var name: String
        var data: [UInt8]
        /// Whether it is a storage without anything in it.
        var isStorage = false
    }

    /// Word's own stream with a header of that version and those flags.
    static func word(version: Int = 0xC1, flags: Int = 0x0200, identifier: Int = 0xA5EC, length: Int = 4_096) -> Stream
    {
        let header = Bytes.little(identifier, 2) + Bytes.little(version, 2) + Bytes.zeros(6) + Bytes.little(flags, 2)
        return Stream(name: "WordDocument", data: header + Bytes.zeros(length - header.count))
    }

    static let table = Stream(name: "1Table", data: [UInt8](repeating: 5, count: 4_100))

    var streams = [word(), table]
    /// 9, or 12 in version 4.
    var shift = 9
    /// The allocation table after it was made, to break it.
    var breakTable: (inout [UInt32]) -> Void = { _ in }
    /// The directory after it was made, to break it.
    var breakDirectory: (inout [UInt8]) -> Void = { _ in }

    private static let free: UInt32 = 0xFFFF_FFFF
    private static let end: UInt32 = 0xFFFF_FFFE

    var file: [UInt8] {
        let length = 1 << shift
        let perSector = length / 128
        let directorySectors = (streams.count + 1 + perSector - 1) / perSector
        var sectors: [[UInt8]] = []
        var table = [0xFFFF_FFFD] + (1...directorySectors).map { UInt32($0 + 1) }
        table[directorySectors] = Self.end
        let small = smallStreams(length)

        func add(_ data: [UInt8]) -> UInt32 {
            guard !data.isEmpty else { return Self.end }
            let first = UInt32(table.count)
            for start in stride(from: 0, to: data.count, by: length) {
                let part = Array(data[start..<min(start + length, data.count)])
                sectors.append(part + Bytes.zeros(length - part.count))
                table.append(UInt32(table.count + 1))
            }
            table[table.count - 1] = Self.end
            return first
        }

        let miniStream = add(small.data)
        let miniTable = add(small.table.flatMap { Bytes.little(Int($0), 4) })
        var entries = entry("Root Entry", type: 5, child: streams.isEmpty ? nil : 1, miniStream, small.data.count)
        for (index, stream) in streams.enumerated() {
            let start = small.starts[index] ?? add(stream.data)
            // A chain to the right: no program balances its tree so, but every one reads it.
            entries += entry(
                stream.name, type: stream.isStorage ? 1 : 2, right: index + 1 < streams.count ? index + 2 : nil, start,
                stream.data.count)
        }
        entries += Bytes.zeros(directorySectors * length - entries.count)
        breakDirectory(&entries)
        breakTable(&table)
        let tableBytes = table.flatMap { Bytes.little(Int($0), 4) }
        precondition(tableBytes.count <= length, "the sample's allocation table has one sector")
        let filled = tableBytes + [UInt8](repeating: 0xFF, count: length - tableBytes.count)
        return header(length, miniTable) + filled + entries + sectors.flatMap { $0 }
    }

    private func header(_ length: Int, _ miniTable: UInt32) -> [UInt8] {
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Bytes.zeros(16)
        header += Bytes.little(0x3E, 2) + Bytes.little(shift == 9 ? 3 : 4, 2) + [0xFE, 0xFF] + Bytes.little(shift, 2)
        header += Bytes.little(6, 2) + Bytes.zeros(6) + Bytes.zeros(4) + Bytes.little(1, 4) + Bytes.little(1, 4)
        header += Bytes.zeros(4) + Bytes.little(4_096, 4) + Bytes.little(Int(miniTable), 4) + Bytes.little(1, 4)
        header += Bytes.little(Int(Self.end), 4) + Bytes.zeros(4) + Bytes.zeros(4)
        header += [UInt8](repeating: 0xFF, count: 108 * 4)
        return header + Bytes.zeros(length - header.count)
    }

    private func entry(
        _ name: String, type: UInt8, right: Int? = nil, child: Int? = nil, _ start: UInt32, _ length: Int
    ) -> [UInt8] {
        let units = name.utf16.flatMap { Bytes.little(Int($0), 2) }
        let id = { (id: Int?) in Bytes.little(id ?? 0xFFFF_FFFF, 4) }
        return units + Bytes.zeros(64 - units.count) + Bytes.little(units.count + 2, 2) + [type, 1] + id(nil)
            + id(right)
            + id(child) + Bytes.zeros(36) + Bytes.little(Int(start), 4) + Bytes.little(length, 8)
    }

    /// The streams below 4,096 bytes: their bytes one after the other in sectors of 64, and the table of those.
    private func smallStreams(_ length: Int) -> (data: [UInt8], table: [UInt32], starts: [Int: UInt32]) {
        var data: [UInt8] = []
        var table: [UInt32] = []
        var starts: [Int: UInt32] = [:]
        for (index, stream) in streams.enumerated() where !stream.isStorage && (1..<4_096).contains(stream.data.count) {
            starts[index] = UInt32(table.count)
            for start in stride(from: 0, to: stream.data.count, by: 64) {
                let part = Array(stream.data[start..<min(start + 64, stream.data.count)])
                data += part + Bytes.zeros(64 - part.count)
                table.append(UInt32(table.count + 1))
            }
            table[table.count - 1] = Self.end
        }
        return (data, table, starts)
    }
}
