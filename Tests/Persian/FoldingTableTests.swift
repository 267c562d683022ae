import Foundation
import Persian
import Testing

/// The scalars that folding changes, in the blocks that people type or paste from, a line each: the scalar, a tab, and what it
/// becomes between two letters. The search's script is held against the same table.
private let table: [UInt32: String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "folding.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return Dictionary(
        uniqueKeysWithValues: lines.compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard let scalar = UInt32(parts[0], radix: 16) else { return nil }
            let folded = parts[1].split(separator: " ").compactMap {
                UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
            }
            return (scalar, String(String.UnicodeScalarView(folded)))
        })
}()

@Test("Each scalar is folded as the table has it, and those that are not in it stay")
func foldingTable() {
    #expect(table.count > 800)
    let blocks: [ClosedRange<UInt32>] = [
        0x00...0x24F, 0x370...0x4FF, 0x600...0x6FF, 0x750...0x77F, 0x2000...0x206F, 0xFB50...0xFEFF,
    ]
    for value in blocks.joined() {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let found = Array(folded("ب\(scalar)ب").unicodeScalars.dropFirst().dropLast())
        let expected = Array((table[value] ?? String(scalar)).unicodeScalars)
        #expect(found == expected, "\(String(value, radix: 16))")
    }
}
