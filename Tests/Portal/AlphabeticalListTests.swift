import Testing

@testable import Portal

private func list(_ titles: [String], most: Int) -> AlphabeticalList {
    let units = titles.enumerated().map { index, title in
        PortalUnit(id: "u\(index)", title: LocalizedText(persian: title, english: title))
    }
    return AlphabeticalList(UnitTree(units), .persian, most: most)
}

/// A page as its name, the names of the pages below it, and the titles on it.
private func shown(_ list: AlphabeticalList) -> [String] {
    list.pages.map { page in
        let titles = page.groups.flatMap { group in group.entries.map(\.title) }
        return "\(page.name)[\(page.branches.map(\.name).joined(separator: " "))] \(titles.joined(separator: ","))"
    }
}

@Test("Few units stand on one page, by their letters")
func onePage() {
    let list = list(["پست", "آب", "ادب", "Law", "اداره"], most: 5)
    #expect(shown(list) == ["[] آب,اداره,ادب,پست,Law"])
    #expect(list.letters.map(\.heading) == ["آ", "ا", "پ", "L"])
    #expect(list.pages[0].groups.map(\.heading) == ["آ", "ا", "پ", "L"])
}

@Test("More units are split where their names begin to differ, however long they are alike")
func split() {
    let list = list(["پست", "اداره آب", "اداره برق", "اداره برق شهر", "اداره", "ادب", "Law"], most: 2)
    #expect(
        shown(list) == [
            "[al pe l] ", "al[al-al al-be] ", "al-al[al-al-0space] اداره",
            "al-al-0space[al-al-0space-aa al-al-0space-be] ",
            "al-al-0space-aa[] اداره آب", "al-al-0space-be[] اداره برق,اداره برق شهر", "al-be[] ادب", "pe[] پست",
            "l[] Law",
        ])
    #expect(list.pages[1].branches.map(\.beginning) == ["ادا", "ادب"])
}

@Test("Units of the same name cannot be split, and are told apart by the unit above")
func sameNames() {
    var units = ["a", "b"].map { PortalUnit(id: $0, title: LocalizedText(persian: "شبکه \($0)")) }
    for (index, parent) in ["a", "b", "a"].enumerated() {
        var unit = PortalUnit(id: "u\(index)", title: LocalizedText(persian: "دبیرخانه"))
        unit.parent = parent
        units.append(unit)
    }
    let list = AlphabeticalList(UnitTree(units), .persian, most: 2)
    #expect(list.pages.map(\.name) == ["", "da", "sh"])
    #expect(list.pages[1].groups[0].entries.map(\.above) == ["شبکه a", "شبکه b", "شبکه a"])
    #expect(list.pages[2].groups[0].entries.allSatisfy { $0.above.isEmpty })
}

@Test("Another name moves one unit, and changes no page but those two")
func oneMove() {
    let titles = (0..<400).map { "\(["اداره", "مرکز", "گروه"][$0 % 3]) \(["آب", "برق", "پست", "گاز"][$0 % 4]) \($0)" }
    let before = list(titles, most: 20)
    var edited = titles
    edited[17] = "گروه گاز ۱۷"
    let after = list(edited, most: 20)
    let pages = Dictionary(uniqueKeysWithValues: zip(before.pages.map(\.name), shown(before)))
    let changed = zip(after.pages.map(\.name), shown(after)).filter { pages[$0] != $1 }
    #expect(before.pages.count > 20 && (1...2).contains(changed.count), "\(changed)")
}

@Test("A list without units has one page without letters")
func empty() {
    let list = list([], most: 2)
    #expect(shown(list) == ["[] "] && list.letters.isEmpty)
}

@Test("Every unit stands on exactly one page", arguments: [1, 2, 7, 50, 1_000])
func whole(most: Int) {
    let titles = (0..<300).map { "واحد \($0 * 7919 % 100) \($0 % 13)" }
    let list = list(titles, most: most)
    let ids = list.pages.flatMap { $0.groups.flatMap { $0.entries.map(\.id) } }
    #expect(ids.count == 300 && Set(ids).count == 300)
    let names = Set(list.pages.map(\.name))
    #expect(names.count == list.pages.count)
    #expect(list.pages.flatMap { $0.branches.map(\.name) }.allSatisfy(names.contains))
}
