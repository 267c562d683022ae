import Persian
import Testing

@testable import Portal

private func unit(_ id: String, replacedBy other: String? = nil) -> PortalUnit {
    var unit = PortalUnit(id: id, title: LocalizedText(persian: "عنوان \(id)", english: "Title \(id)"))
    unit.replacedBy = other
    return unit
}

@Test("A unit is kept with all that it has, and with nothing")
func record() {
    var full = unit("a", replacedBy: "b")
    full.aliases = ["یک", "", "three"]
    full.parent = ""
    full.takesLetters = false
    full.isOpen = false
    full.opens = DayNumber(-1)
    full.closes = DayNumber(20_780)
    full.guidance = LocalizedText(persian: "- یک\n- دو", english: "x")
    full.form = "forms/a.pdf"
    full.requiredAttachments = LocalizedList(persian: ["فرم"], english: ["Form", "Card"])
    full.workingDays = 10
    full.phone = "030"
    full.email = "a@b.example"
    full.address = LocalizedText(persian: "نشانی", english: "Address")
    full.hours = LocalizedText(persian: "صبح", english: "Mornings")
    full.notify = ["0912 345 6789"]
    full.published.guidance = LocalizedMarkup(persian: Array("<ul></ul>".utf8), english: Array("<p>x</p>".utf8))
    full.published.form = "/assets/a.pdf"
    full.published.formBytes = 1_234
    let read = PortalUnit(record: full.record)
    #expect(read == full)
    #expect(read.record == full.record)
    let empty = PortalUnit(id: "b", title: LocalizedText())
    #expect(PortalUnit(record: empty.record) == empty)
    var changed = read
    changed.phone = "031\0"
    #expect(PortalUnit(record: changed.record).phone == "031")
}

@Test("However often a place was taken in turn, the last unit stands for all of them")
func replacements() {
    let units = [
        unit("a", replacedBy: "b"), unit("c"), unit("b", replacedBy: "c"), unit("d", replacedBy: "c"), unit("e"),
    ]
    let found = Replacements(units)
    #expect(["a", "b", "c", "d", "e", "none"].map(found.present) == ["c", "c", "c", "c", "e", "none"])
    #expect(found.including(["c"]) == ["c", "a", "b", "d"])
    #expect(found.including(["e"]) == ["e"])
    #expect(found.including(["c", "a"]) == ["c", "a", "b", "d"])
    #expect(Replacements(table: found.table) == found)
    #expect(Replacements([unit("c")]).including(["c"]) == ["c"])
}

@Test("What leads in a circle or to no unit replaces nothing")
func wrongReplacements() {
    let found = Replacements([unit("a", replacedBy: "b"), unit("b", replacedBy: "a"), unit("c", replacedBy: "none")])
    #expect(["a", "b", "c"].map(found.present) == ["a", "b", "c"])
}

@Test("A unit whose place another has taken is in no tree, and takes no letters itself")
func replacedUnit() {
    let old = unit("a", replacedBy: "b")
    #expect(UnitTree([old, unit("b")]).top.map(\.id) == ["b"])
    #expect(!old.recipient(in: .persian).takesLetters)
}
