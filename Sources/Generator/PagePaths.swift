/// The paths of many pages, those of units made one by one as they are asked for.
struct PagePaths: RandomAccessCollection, Sendable {
    /// All but those of units.
    let others: [String]
    /// How the paths of each language begin.
    let starts: [String]
    /// The ids of the units.
    let units: [String]

    var startIndex: Int { 0 }
    var endIndex: Int { others.count + starts.count * units.count }

    subscript(position: Int) -> String {
        guard position >= others.count else { return others[position] }
        let (language, unit) = (position - others.count).quotientAndRemainder(dividingBy: units.count)
        return PagePlaces.unit(units[unit], after: starts[language])
    }
}
