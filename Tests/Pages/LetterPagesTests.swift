import Desk
import Portal
import Testing

@testable import Pages

/// The pages that show a letter in a state.
private func pages(_ every: EveryPage, _ state: ReviewState) throws -> [(name: String, markup: Markup)] {
    let letter = every.letter(state)
    return try every.documents([
        ("desk", every.pages.desk(letters: [letter.summary], isFirst: true, next: nil)),
        ("letter", every.pages.letter(letter, documents: every.documents, events: every.events)),
        ("status", every.pages.status(letter, documents: every.documents, events: every.events)),
        ("receipt", every.pages.receipt(letter, documents: every.documents)),
        ("queue", every.pages.queue([letter], state: state.name, isFirst: true, next: nil)),
        ("staff letter", every.staffLetter(state, state == .underReview ? EveryPage.reviewer : EveryPage.clerk)),
    ])
}

@Test("A hostile subject is read as it was typed, on every page that shows it", arguments: Language.allCases)
func hostileSubject(language: Language) throws {
    let every = EveryPage(language)
    for state in EveryPage.states {
        for (name, markup) in try pages(every, state) {
            #expect(markup.text.contains(hostile), "\(name) \(state.name)")
        }
    }
    let audit = try #require(
        try every.documents([
            (
                "audit",
                every.pages.audit(
                    every.events, search: AuditSearch(typed: [:], offset: 0), people: [], isFirst: true, next: nil)
            )
        ]).first)
    #expect(audit.markup.runs.filter { Markup.unescaped($0.text) == hostile }.count >= every.events.count)
}

@Test(
    "A letter's state stands in words and in data-state, on every page that shows the letter",
    arguments: Language.allCases)
func statesInWords(language: Language) throws {
    let every = EveryPage(language)
    let words: [ReviewState.Name: String] = [
        .underReview: "«stateUnderReview»", .accepted: "«stateAccepted»", .rejected: "«stateRejected»",
    ]
    for state in EveryPage.states {
        let word = try #require(words[state.name])
        for (name, markup) in try pages(every, state) {
            let letters = markup.elements.filter { $0.attributes["data-letter"] == "4711" }
            #expect(letters.count == 1, "\(name) \(state.name)")
            #expect(letters.first?.attributes["data-state"] == state.name.rawValue, "\(name) \(state.name)")
            #expect(markup.text.contains(word), "\(name) \(state.name)")
            for other in words.values where other != word {
                #expect(!markup.text.contains(other), "\(name) \(state.name) says \(other)")
            }
        }
    }
}

@Test(
    "Numbers that are read from left to right stand by themselves in bdi, in the digits of the language",
    arguments: [
        (Language.persian, "۱۴۰۵/۱۷", "۰۰۰۰۰۰۵۷۲۴", "۰۹۱۲ ۳۴۵ ۶۷۸۹", "۴۷۱۱", "۰۳۰-۵۵۵۵-۰۱۷۵"),
        (.english, "1405/17", "0000005724", "0912 345 6789", "4711", "030-5555-0175"),
    ])
func numbersInBdi(language: Language, number: String, tracking: String, mobile: String, id: String, phone: String)
    throws
{
    let every = EveryPage(
        language, account: .applicant(EveryPage.mobile),
        words: { key in key.name + key.placeholders.sorted().map { " {\($0)}" }.joined() })
    let documents = try every.documents(every.rightPages + every.forms)
    var seen: [String: Int] = [:]
    for (name, markup) in documents {
        for run in markup.runs where run.ancestors.contains("main") {
            for wanted in [number, tracking, mobile, phone] where run.text.contains(wanted) {
                seen[wanted, default: 0] += 1
                #expect(run.ancestors.last == "bdi" && run.text == wanted, "\(name): \(run.text) in \(run.ancestors)")
            }
            // The title of the staff's page is a sentence of its own with the plain number in it.
            if run.text == id { #expect(run.ancestors.last == "bdi", "\(name)") }
        }
    }
    for wanted in [number, tracking, mobile, phone] {
        #expect(seen[wanted, default: 0] > 0, "\(wanted) stands nowhere")
    }
    let bdis = documents.flatMap(\.markup.elements).filter { $0.name == "bdi" && $0.attributes["class"] == "number" }
    #expect(!bdis.isEmpty && bdis.allSatisfy { $0.attributes["dir"] == "ltr" })
}

@Test(
    "Persian pages show no ASCII digit in their text, but for names of people's own and of types, and the code of a print",
    arguments: [Language.persian])
func persianDigitsOnly(language: Language) throws {
    let every = EveryPage(
        language, words: { key in key.placeholders.sorted().map { "{\($0)}" }.joined(separator: " ") })
    for (name, markup) in try every.documents(every.rightPages + every.forms) {
        for run in markup.runs where run.ancestors.contains("main") {
            #expect(
                run.text == EveryPage.code?.text
                    || !Markup.unescaped(run.text).replacing(hostile, "").contains { $0.isASCII && $0.isNumber },
                "\(name): \(run.text)")
        }
    }
}

extension String {
    fileprivate func replacing(_ old: String, _ new: String) -> String {
        var text = self[...]
        var result = ""
        while !text.isEmpty {
            if text.hasPrefix(old) {
                (result, text) = (result + new, text.dropFirst(old.count))
            } else {
                result.append(text.removeFirst())
            }
        }
        return result
    }
}

@Test("What the reader may do is on the page, and nothing else", arguments: [Role.reviewer, .clerk, .administrator])
func actions(role: Role) throws {
    let member =
        [Role.reviewer: EveryPage.reviewer, .clerk: EveryPage.clerk, .administrator: EveryPage.administrator][role]
        ?? EveryPage.clerk
    let every = EveryPage(.persian, account: .staff(member))
    for state in EveryPage.states {
        let page = try #require(try every.documents([("", every.staffLetter(state, member))]).first).markup
        let actions = page.elements.filter { $0.name == "form" }.compactMap {
            $0.attributes["action"]?.split(separator: "/").last.map(String.init)
        }
        let expected: [String] =
            switch (role, state.name) {
            case (.reviewer, .underReview): ["accept", "reject"]
            case (.clerk, .accepted): ["events", "reply"]
            default: []
            }
        #expect(actions.filter { $0 != "logout" } == expected, "\(role) \(state.name)")
    }
}

@Test("A citizen reads roles, the staff reads names")
func names() throws {
    let every = EveryPage(.english)
    let event = Event(id: 1, letter: 1, at: 0, kind: .accepted, staff: "karim", text: "1405/1", document: nil)
    let letter = every.letter(EveryPage.states[1])
    #expect(!every.pages.letter(letter, documents: [], events: [event]).main.markup.contains("karim"))
    #expect(!every.pages.status(letter, documents: [], events: [event]).main.markup.contains("karim"))
    #expect(
        every.pages.staffLetter(letter, documents: [], events: [event], for: EveryPage.reviewer).main.markup.contains(
            "<bdi>karim</bdi>"))
}
