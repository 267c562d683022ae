import CSV
import JSON5
import Portal
import Source

/// How a file of units is written.
public enum UnitFormat: String, CaseIterable, Sendable {
    /// JSON5, a unit a line, with what each key is for at its head.
    case json5
    /// A table with commas, in UTF-8.
    case csv
    /// The same as Excel opens it rightly: with a byte order mark.
    case excel

    /// The format of a file by the ending of its name.
    public init(ofFile path: String) { self = path.lowercased().hasSuffix(".csv") ? .csv : .json5 }
}

/// Units as the text of a file, which reads as the same units again.
public func unitsText(_ units: [PortalUnit], as format: UnitFormat) -> String {
    switch format {
    case .json5: json5(units)
    case .csv: csv(units)
    case .excel: "\u{FEFF}" + csv(units)
    }
}

extension PortalUnit {
    /// The unit as it would stand in a file.
    var node: Node { Node(offset: 0, content: unitKeys.content(of: fields) ?? .object(Members())) }
}

/// Columns in which no unit says anything are left out, but for those of the keys that must be there.
private func csv(_ units: [PortalUnit]) -> String {
    let nodes = units.map(\.node)
    let needed = Set(unitKeys.all.filter(\.isRequired).map(\.name))
    let columns = UnitColumn.all.filter { column in
        needed.contains(column.path[0]) || nodes.contains { !column.text(in: $0).isEmpty }
    }
    return csvText([columns.map(\.name)] + nodes.map { node in columns.map { $0.text(in: node) } })
}

private func json5(_ units: [PortalUnit]) -> String {
    let width = unitKeys.all.map(\.name.count).max() ?? 0
    let head = unitKeys.facts.map { key in
        let summary = ExplainedKey(path: key.name, facts: key).summary
        return "//   \(key.name)\(String(repeating: " ", count: width - key.name.count))  \(summary)"
    }
    let lines = units.map { "  \(entry($0.node)),\n" }.joined()
    return """
        // The units that people can write to. Each { … } is one unit; keep the comma after it.
        //
        \(head.joined(separator: "\n"))
        //
        // Units appear in the order of this file. 'pishkhan config --explain units.id' tells more of a key.
        [
        \(lines)]

        """
}

/// A unit on one line, or where that is long with a line for each key.
private func entry(_ unit: Node) -> String {
    let line = unit.json5Text
    guard line.count > 116 else { return line }
    return "{\n" + unit.members.map { "    \($0.key): \($0.node.json5Text),\n" }.joined() + "  }"
}

extension Node {
    /// The value as JSON5 on one line, keys without quotation marks.
    fileprivate var json5Text: String {
        guard case .object(let members) = content else { return jsonText }
        let inside = members.entries.map { "\($0.key): \($0.node.json5Text)" }
        return inside.isEmpty ? "{}" : "{ \(inside.joined(separator: ", ")) }"
    }
}
