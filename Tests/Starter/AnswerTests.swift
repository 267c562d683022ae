import Portal
import Testing

@testable import Starter

@Suite("Answers about a new portal")
struct AnswerTests {
    @Test(
        "Languages are taken in their order, however they are parted",
        arguments: [
            ("fa", [Language.persian]), ("en,fa", [.english, .persian]), (" FA ، en ", [.persian, .english]),
            ("fa en", [.persian, .english]),
        ])
    func languages(answer: String, expected: [Language]) throws {
        #expect(try readLanguages(answer) == expected)
    }

    @Test("No language, an unknown one or one twice is refused", arguments: ["", ",", "de", "fa,de", "fa,fa"])
    func wrongLanguages(answer: String) {
        #expect(throws: AnswerFault.self) { try readLanguages(answer) }
    }

    @Test(
        "A name is kept in the one spelling of Persian, without blanks around it",
        arguments: [
            (" شهرداري كرج\t", "شهرداری کرج"),
            ("Karaj Town Hall, \"Parks & Gardens\"", "Karaj Town Hall, \"Parks & Gardens\""),
            ("سازمان\u{200c}ها", "سازمان\u{200c}ها"),
            (String(repeating: "ن", count: 200), String(repeating: "ن", count: 200)),
        ])
    func name(answer: String, expected: String) throws {
        #expect(try readName(answer) == expected)
    }

    @Test(
        "A name that pages would not show as it is, that is none or too long, is refused",
        arguments: [
            " ", "123", "a{fileSize}", "a*b", "<b>", "a|b", "a_b", String(repeating: "ن", count: 201),
        ])
    func wrongName(answer: String) {
        #expect(throws: AnswerFault.self) { try readName(answer) }
    }

    @Test(
        "An address gets its last slash",
        arguments: [
            ("https://desk.example.org", "https://desk.example.org/"),
            (" http://127.0.0.1:8080/ ", "http://127.0.0.1:8080/"),
        ])
    func address(answer: String, expected: String) throws {
        #expect(try readAddress(answer) == expected)
    }

    @Test(
        "An address without scheme or host, or below another page, is refused",
        arguments: [
            "desk.example.org", "https://", "ftp://a/", "https://example.org/desk/", "https://نمونه.ایران/",
        ])
    func wrongAddress(answer: String) {
        #expect(throws: AnswerFault.self) { try readAddress(answer) }
    }

    @Test(
        "A telephone number is kept in ASCII digits",
        arguments: [
            ("۰۲۱-۱۲۳۴", "021-1234"), ("+98 (21) 1234", "+98 (21) 1234"), ("115", "115"),
        ])
    func phone(answer: String, expected: String) throws {
        #expect(try readPhone(answer) == expected)
    }

    @Test("What is no telephone number is refused", arguments: ["12", "call us", "1234\"", "123456789012345678901"])
    func wrongPhone(answer: String) {
        #expect(throws: AnswerFault.self) { try readPhone(answer) }
    }

    @Test("A way for messages that was nearly written is named")
    func nearChoice() throws {
        #expect(try readSMSChoice(" LOG ") == .log)
        #expect(throws: AnswerFault(expected: "one of log, kavenegar, melipayamak, smsir; did you mean kavenegar?")) {
            try readSMSChoice("kavenegr")
        }
    }

    @Test("At most six questions are asked, and each default is an answer that would be taken")
    func six() throws {
        #expect(Question.all.filter { $0.isAsked(NewPortal()) }.count <= 6)
        for question in Question.all {
            var portal = NewPortal()
            try question.take(question.current(portal), &portal)
            #expect(portal == NewPortal(), "\(question.option)")
        }
    }

    @Test("A language that the portal does not have asks for no name")
    func neededQuestions() {
        var portal = NewPortal()
        portal.languages = [.english]
        let asked = Question.all.filter { $0.isAsked(portal) }.map(\.option)
        #expect(asked == ["--languages", "--organisation-en", "--address", "--phone", "--sms"])
    }
}
