import Desk
import Persian
import Testing

private let open = Unit(id: "a", title: "A", takesLetters: true, isOpen: true)
/// One character to its reader, and as many bytes as its writer likes.
private let monster = "م" + String(repeating: "\u{0651}", count: 2_000)

@Test("A text is measured as forms measure it: a character with thousands of marks is not short")
func marksCount() {
    let draft = LetterDraft(sender: monster, senderKind: .person, unit: "a", subject: monster)
    #expect(draft.problems(recipient: open, on: DayNumber(0)).map(\.field) == [.sender, .subject])
    #expect(Letter.problem(withRemark: monster) == .tooLong(limit: 1_000))
}

@Test(
    "What is nothing but spaces and invisible marks is missing",
    arguments: ["", "   ", "\u{200c}", "\u{202e}\u{2069}\n", "\u{feff}"])
func blank(text: String) {
    let draft = LetterDraft(sender: text, senderKind: .company, unit: "a", subject: text)
    #expect(draft.problems(recipient: open, on: DayNumber(0)) == [.init(.sender, .missing), .init(.subject, .missing)])
    #expect(Letter.problem(withRemark: text) == .missing)
}

@Test("What is typed is stored in one spelling, without marks that deceive")
func unifiedText() {
    let draft = LetterDraft(sender: " علي\u{202e} كريمي \n", senderKind: .person, unit: "a", subject: "خط\r\nدوم")
    #expect(draft.sender == "علی کریمی")
    #expect(draft.subject == "خط دوم")
}
