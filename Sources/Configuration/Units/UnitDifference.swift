import Portal
import Source

/// What changes between two lists of units.
public enum UnitDifference: Equatable, Sendable {
    /// A unit that is new.
    case added(id: String, title: String)
    /// A unit that is gone.
    case removed(id: String, title: String)
    /// A key of a unit, such as `title.fa`, that says something else; empty for nothing.
    case changed(id: String, key: String, from: String, to: String)
    /// The units that are in both stand in another order.
    case reordered

    /// One line.
    public var line: String {
        switch self {
        case .added(let id, let title): "+ \(id)  \(title)"
        case .removed(let id, let title): "- \(id)  \(title)"
        case .changed(let id, let key, let from, let to): "~ \(id)  \(key): \(quoted(from)) → \(quoted(to))"
        case .reordered: "~ the units stand in another order"
        }
    }

    /// All differences: what is gone in the old order, then what is new or changed in the new one.
    public static func between(_ old: [PortalUnit], _ new: [PortalUnit], language: Language) -> [UnitDifference] {
        let before = Dictionary(old.map { ($0.id, $0.node) }) { first, _ in first }
        let after = Set(new.map(\.id))
        var found = old.filter { !after.contains($0.id) }.map {
            UnitDifference.removed(id: $0.id, title: $0.title[language])
        }
        for unit in new {
            guard let node = before[unit.id] else {
                found.append(.added(id: unit.id, title: unit.title[language]))
                continue
            }
            for column in UnitColumn.all {
                let (one, other) = (column.meaning(in: node), column.meaning(in: unit.node))
                if one != other { found.append(.changed(id: unit.id, key: column.name, from: one, to: other)) }
            }
        }
        let kept = new.map(\.id).filter { before[$0] != nil }
        if old.map(\.id).filter(after.contains) != kept { found.append(.reordered) }
        return found
    }
}

extension UnitColumn {
    /// What a unit's cell says, or what holds where it says nothing.
    fileprivate func meaning(in unit: Node) -> String {
        let text = text(in: unit)
        return text.isEmpty ? fallback : text
    }
}
