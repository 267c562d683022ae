import Desk
import Persian
import Testing

private func unit(from opens: Int?, to closes: Int?, isOpen: Bool = true, takesLetters: Bool = true) -> Unit {
    Unit(
        id: "a", title: "A", takesLetters: takesLetters, isOpen: isOpen, opens: opens.map(DayNumber.init),
        closes: closes.map(DayNumber.init))
}

@Test(
    "A unit takes letters on its first day, on its last, and between them",
    arguments: [
        (nil, nil, 0, true), (10, nil, 9, false), (10, nil, 10, true), (nil, 20, 20, true), (nil, 20, 21, false),
        (10, 20, 9, false), (10, 20, 10, true), (10, 20, 20, true), (10, 20, 21, false), (10, 10, 10, true),
    ] as [(Int?, Int?, Int, Bool)])
func days(opens: Int?, closes: Int?, today: Int, isOpen: Bool) {
    let unit = unit(from: opens, to: closes)
    let fault = FieldFault.unitOutOfSeason(opens: unit.opens, closes: unit.closes)
    #expect(unit.fault(on: DayNumber(today)) == (isOpen ? nil : fault))
    let draft = LetterDraft(sender: "س", senderKind: .person, unit: "a", subject: "م")
    #expect(draft.problems(recipient: unit, on: DayNumber(today)) == (isOpen ? [] : [.init(.unit, fault)]))
}

@Test("A unit that is closed or only a heading is so on its days too")
func closedOnItsDays() {
    #expect(unit(from: 1, to: 9, isOpen: false).fault(on: DayNumber(5)) == .unitClosed)
    #expect(unit(from: 1, to: 9, takesLetters: false).fault(on: DayNumber(5)) == .unitUnknown)
}

@Test("Where something must be attached, no attachment is too few, and one can be enough")
func attachments() {
    let names = ["تصویر کارت ملی", "فرم"]
    let strict = Unit(id: "a", title: "A", takesLetters: true, isOpen: true, requiredAttachments: names)
    #expect(strict.fault(ofAttachments: 0) == .attachmentsMissing(names: names))
    #expect(strict.fault(ofAttachments: 1) == nil)
    #expect(unit(from: nil, to: nil).fault(ofAttachments: 0) == nil)
}
