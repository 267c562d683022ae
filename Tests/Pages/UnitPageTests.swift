import Desk
import Persian
import Portal
import Testing

@testable import Pages

private let pages = EveryPage(.english) { key in
    key.name + key.placeholders.sorted().map { "[{\($0)}]" }.joined()
}.pages

private func unit(_ change: (inout PortalUnit) -> Void = { _ in }) -> PortalUnit {
    var unit = PortalUnit(id: "a", title: LocalizedText(english: "Archive"))
    change(&unit)
    return unit
}

private func page(of unit: PortalUnit) -> String {
    pages.unit(UnitTree([unit]).surroundings(of: unit)).main.markup
}

@Test(
    "The days on which a unit takes letters are said in words, or nothing is",
    arguments: [
        (nil, nil, nil), (0, nil, "unitDaysFrom[1 January 1970]"), (nil, 1, "unitDaysUntil[2 January 1970]"),
        (0, 1, "unitDaysBetween[1 January 1970][2 January 1970]"),
    ] as [(Int?, Int?, String?)])
func days(opens: Int?, closes: Int?, sentence: String?) {
    let page = page(
        of: unit {
            $0.opens = opens.map(DayNumber.init)
            $0.closes = closes.map(DayNumber.init)
        })
    #expect(page.contains("unitDays") == (sentence != nil))
    if let sentence { #expect(page.contains("<p>\(sentence)</p>")) }
}

@Test(
    "A telephone dials the unit's number at a touch; two numbers are a text",
    arguments: [
        ("030-5555-0112", "<a href=\"tel:03055550112\"><bdi class=\"number\" dir=\"ltr\">030-5555-0112</bdi></a>"),
        ("030-5555-0112, 0113", "<bdi class=\"number\" dir=\"ltr\">030-5555-0112, 0113</bdi>"),
    ])
func telephone(phone: String, markup: String) {
    #expect(page(of: unit { $0.phone = phone }).contains("<dd>\(markup)</dd>"))
}

@Test("How soon an answer comes is said while one can come", arguments: [1, 10])
func expectation(days: Int) {
    let sentence = days == 1 ? "unitAnsweredNextDay" : "unitAnsweredWithin[10]"
    let every = EveryPage(.english)
    let reply = every.documents.filter { $0.role == .reply }
    for state in EveryPage.states {
        let letter = every.letter(state)
        for (documents, canCome) in [([], state.name != .rejected), (reply, false)] {
            for page in [
                pages.receipt(letter, documents: documents, workingDays: days),
                pages.letter(letter, documents: documents, events: [], workingDays: days),
            ] {
                #expect(page.main.markup.contains(sentence) == canCome, "\(state.name)")
            }
        }
        #expect(!pages.receipt(letter, documents: [], workingDays: nil).main.markup.contains("unitAnswered"))
    }
}

@Test("What must be attached stands at the field too, which is then not optional")
func attachmentHint() {
    let strict = unit { $0.requiredAttachments.english = ["Form", "Card"] }
    func form(_ chosen: PortalUnit) -> String {
        pages.newLetter(
            LetterDraft(unit: "a"), choice: UnitChoice(of: [chosen], chosen: chosen, today: DayNumber(0)),
            guidance: Pages.Guidance(person: "", company: ""), submission: "", draftKey: ""
        ).main.markup
    }
    #expect(form(strict).contains("unitAttachmentHint[Form, Card][Archive] attachmentHint"))
    #expect(!form(strict).contains("(optional)"))
    #expect(!form(unit()).contains("unitAttachmentHint") && form(unit()).contains("(optional)"))
}

@Test("A unit that takes no letters today cannot be chosen")
func closedToday() {
    let units = [unit { $0.opens = DayNumber(5) }, PortalUnit(id: "b", title: LocalizedText(english: "B"))]
    func disabled(on day: Int) -> Bool {
        pages.newLetter(
            LetterDraft(), choice: UnitChoice(of: units, chosen: nil, today: DayNumber(day)),
            guidance: Pages.Guidance(person: "", company: ""), submission: "", draftKey: ""
        ).main.markup.contains("<option value=\"a\" disabled>")
    }
    #expect(disabled(on: 4) && !disabled(on: 5))
}

@Test("The page of a replaced unit leads to the one that stands for it, in its head too")
func replacedUnit() {
    let old = unit { $0.replacedBy = "b" }
    let tree = UnitTree([old, PortalUnit(id: "b", title: LocalizedText(english: "Library"))])
    let page = pages.unit(tree.surroundings(of: old))
    #expect(page.main.markup.contains("unitReplaced[Library][Archive]"))
    let document = String(decoding: pages.document(page, in: EveryPage.shell), as: UTF8.self)
    #expect(document.contains("content=\"0; url=/en/units/b/\""))
    let other = pages.unit(UnitTree([unit()]).surroundings(of: unit()))
    #expect(!String(decoding: pages.document(other, in: EveryPage.shell), as: UTF8.self).contains("http-equiv"))
}
