import Starter

/// Asks questions about a new portal on the terminal.
struct Interview {
    private let portal: NewPortal
    private let questions: [Question]

    init(about portal: NewPortal, asking questions: [Question]) {
        self.portal = portal
        self.questions = questions
    }

    /// What the terminal broke off.
    struct BrokenOff: Error, CustomStringConvertible {
        let description = "the answers broke off; nothing was written"
    }

    /// Asks one after the other. An earlier answer can make a later question needless.
    func answers() throws -> NewPortal {
        var portal = portal
        Console.complain(
            "An empty answer takes what stands in brackets. Everything can be changed in the config later.")
        for question in questions where question.isAsked(portal) {
            while try !ask(question, about: &portal) {}
        }
        return portal
    }

    /// Whether the answer was taken.
    private func ask(_ question: Question, about portal: inout NewPortal) throws -> Bool {
        Console.complain("\(question.words) [\(question.current(portal))]: ", end: "")
        guard let line = readLine() else {
            Console.complain("")
            throw BrokenOff()
        }
        guard line.contains(where: { !$0.isWhitespace }) else { return true }
        do throws(AnswerFault) {
            try question.take(line, &portal)
            return true
        } catch {
            Console.complain("  \(error)")
            return false
        }
    }
}
