import Testing

@testable import Portal

@Test("A shell's slots are filled, and it survives its table")
func shellIsFilled() {
    let shell = PageShell(text: "<" + PageShell.open(.title) + "|é" + PageShell.open(.main) + "|{not}>")
    for shell in [shell, PageShell(table: StringTable(bytes: shell.table.bytes))] {
        #expect(shell.text { $0.rawValue.uppercased() } == "<TITLE|éMAIN|{not}>")
        #expect(shell.slots == [.title, .main])
    }
}

@Test("Slots may stand first, last, side by side and twice, and not all must stand")
func slotsSideBySide() {
    let shell = PageShell(text: PageShell.open(.main) + PageShell.open(.head) + PageShell.open(.main))
    #expect(shell.text { "[\($0.rawValue)]" } == "[main][head][main]")
    #expect(shell.slots == [.main, .head, .main])
    #expect(PageShell(text: []).slots.isEmpty)
}

@Test("What is filled in is not filled again")
func filledOnce() {
    let shell = PageShell(text: PageShell.open(.title) + PageShell.open(.main))
    #expect(shell.text { $0 == .title ? "\0main\0" : "m" } == "\0main\0m")
}

extension PageShell {
    /// The whole page as text.
    fileprivate func text(_ value: (Slot) -> String) -> String {
        String(decoding: filled(room: 0) { Array(value($0).utf8) }, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate static func + (left: String, right: [UInt8]) -> [UInt8] { left.utf8 + right }
    fileprivate static func + (left: [UInt8], right: String) -> [UInt8] { left + right.utf8 }
}
