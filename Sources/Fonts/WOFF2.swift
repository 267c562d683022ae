import Compression

/// Fonts as browsers load them: https://www.w3.org/TR/WOFF2/.
enum WOFF2 {
    /// Packs a font. Its tables stay as they are, which costs some percent of the file and no code: "the null transform".
    static func packed(_ font: [UInt8]) throws(FontFault) -> [UInt8] {
        let sfnt = try SFNT(font)
        // "The loca table MUST follow the glyf table in the table directory."
        let tables = sfnt.tables.sorted { order($0) < order($1) }
        var directory: [UInt8] = []
        var content: [UInt8] = []
        for table in tables {
            directory += entry(table)
            var bytes = Array(font[table.range])
            if table.tag == Array("head".utf8), bytes.count >= 18 {
                // "Bit 11: Font data is 'lossless' as a result of having been subjected to optimizing transformation": the
                // flags stand at byte 16.
                bytes[16] |= 0b1000
            }
            content += bytes
        }
        guard let packed = Brotli.compressed(content, as: .font, quality: quality, window: window) else {
            throw .refused
        }
        let plainSize = 12 + 16 * tables.count + tables.reduce(0) { $0 + ($1.range.count + 3) / 4 * 4 }
        let unpadded = 48 + directory.count + packed.count
        let padding = (4 - unpadded % 4) % 4
        var file: [UInt8] = Array("wOF2".utf8)
        file.append(sfnt.flavour)
        file.append(UInt32(unpadded + padding))
        file.append(UInt16(tables.count))
        file.append(UInt16(0))
        file.append(UInt32(plainSize))
        file.append(UInt32(packed.count))
        // No version of the file's own, no metadata and no private data.
        file += [UInt8](repeating: 0, count: 24)
        return file + directory + packed + [UInt8](repeating: 0, count: padding)
    }

    /// Whether a WOFF2 file holds a whole range of weights; nil where it is none.
    static func isVariable(_ file: [UInt8]) -> Bool? {
        guard file.count > 48, file.starts(with: Array("wOF2".utf8)), file.number(at: 8) == UInt32(file.count) else {
            return nil
        }
        var rest = file[48...]
        var found = false
        for _ in 0..<(file.number(at: 12) >> 16) {
            guard let flags = rest.popFirst() else { return nil }
            let known = Int(flags & 0x3F)
            if known == 0x3F {
                guard rest.count >= 4 else { return nil }
                found = found || rest.prefix(4).elementsEqual("fvar".utf8)
                rest = rest.dropFirst(4)
            } else {
                found = found || knownTags[known] == "fvar"
            }
            guard readNumber(&rest) != nil else { return nil }
            // "transformLength: present if the table's version says that it has been transformed."
            let isOutline = known == 10 || known == 11
            let version = flags >> 6
            if isOutline ? version != 3 : version != 0 { guard readNumber(&rest) != nil else { return nil } }
        }
        return found
    }

    private static func order(_ table: SFNT.Table) -> String {
        let tag = String(decoding: table.tag, as: UTF8.self)
        return tag == "loca" ? "glyf and then loca" : tag
    }

    /// Flags, the tag where it is none of the known ones, and the length.
    private static func entry(_ table: SFNT.Table) -> [UInt8] {
        let tag = String(decoding: table.tag, as: UTF8.self)
        // For these two version 3 is the null transform, for all others 0.
        let version: UInt8 = tag == "glyf" || tag == "loca" ? 0b1100_0000 : 0
        let flags = knownTags.firstIndex(of: tag).map { [UInt8($0) | version] } ?? [0x3F] + table.tag
        return flags + number(table.range.count)
    }

    /// `UIntBase128`: seven bits a byte, the greatest first; all but the last have their highest bit set.
    private static func number(_ value: Int) -> [UInt8] {
        var bytes = [UInt8(value & 0x7F)]
        var rest = value >> 7
        while rest > 0 {
            bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return bytes
    }

    private static func readNumber(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        var value = 0
        for _ in 0..<5 {
            guard let byte = bytes.popFirst() else { return nil }
            value = value << 7 | Int(byte & 0x7F)
            if byte & 0x80 == 0 { return value }
        }
        return nil
    }

    /// Together 1 ms for a font of Persian. A larger window takes 14 ms and spares 29 bytes of 19,549; the greatest quality, 11,
    /// takes 46 ms and spares 1,079.
    private static let quality = 9
    private static let window = 16

    /// "Known Table Tags", by their numbers.
    private static let knownTags = [
        "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ",
        "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE", "GDEF", "GPOS",
        "GSUB", "EBSC", "JSTF", "MATH", "CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix", "acnt", "avar", "bdat", "bloc",
        "bsln", "cvar", "fdsc", "feat", "fmtx", "fvar", "gvar", "hsty", "just", "lcar", "mort", "morx", "opbd", "prop",
        "trak", "Zapf", "Silf", "Glat", "Gloc", "Feat", "Sill",
    ]
}
