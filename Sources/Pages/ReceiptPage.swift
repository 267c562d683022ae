import Desk
import Portal

extension Pages {
    /// What a citizen keeps: the letter is registered. The page is good for as long as the letter is.
    ///
    /// - Parameters:
    ///   - workingDays: within how many its unit usually answers, if that is known.
    ///   - verification: by which whoever holds a print of the page can ask for the letter.
    public func receipt(
        _ letter: Letter, documents: [LetterDocument], workingDays: Int? = nil, verification: VerificationCode? = nil
    ) -> Page {
        Page(
            title: texts(.receiptTitle),
            main: """
                <div class="receipt letter-head" data-letter="\(letter.id)" data-state="\(letter.state.name.rawValue)">
                <div><h1>\(texts(.receiptTitle))</h1>
                <p>\(tag(letter.state.name))</p></div>
                \(references(letter))</div>
                \(facts("""
                    \(fact(.letterSubject, "<bdi>\(letter.subject)</bdi>"))\
                    \(fact(.letterSender, "<bdi>\(letter.sender)</bdi>"))\
                    \(fact(.letterUnit, .text(letter.unitTitle)))
                    """))\
                \(documentList(documents) { paths.document(letter.id, $0) })\
                \(if: letter.state == .underReview, """
                    <h2>\(texts(.receiptNext))</h2>
                    <p>\(sentence(.receiptNextText, ["mobile": number(letter.applicant.mobile)]))</p>

                    """)\
                \(expectation(of: letter, documents, workingDays))\
                \(verificationNote(verification))\
                <p class="on-screen">\(texts(.receiptKeep))</p>
                <p>\(texts(.receiptAsk)) <a class="on-screen" href="\(paths.page("contact"))">\(texts(.menuContact))</a></p>
                <div class="actions"><a class="button" href="\(paths.desk)">\(texts(.backToDesk))</a>\
                <a class="button secondary" href="\(paths.newLetter)">\(texts(.deskNewButton))</a></div>

                """)
    }

    /// A letter's days and numbers in a block of their own, which stands in a corner as on letters of offices.
    func references(_ letter: Letter) -> HTML {
        var writer = LetterFacts(self)
        let lines = HTML.written(room: 1_024) { writer.addReferences(of: letter.summary, to: &$0) }
        return "<div class=\"reference\">\(facts(lines))</div>\n"
    }

    /// How soon an answer can be expected, as long as it can be.
    func expectation(of letter: Letter, _ documents: [LetterDocument], _ workingDays: Int?) -> HTML {
        let isOver = letter.state.name == .rejected || documents.contains { $0.role == .reply }
        guard !isOver, let sentence = answeredWithin(workingDays) else { return .empty }
        return "<p>\(sentence)</p>\n"
    }

    /// A letter's documents, each with a link.
    func documentList(_ documents: [LetterDocument], path: (Int) -> String) -> HTML {
        var attachments = 0
        let lines = documents.map { document -> HTML in
            if document.role == .attachment { attachments += 1 }
            let label =
                switch document.role {
                case .letter: texts(.documentLetter)
                case .attachment: texts(.documentAttachment, ["number": count(attachments)])
                case .reply: texts(.documentReply)
                }
            return """
                <li><a href="\(path(document.number))">\(label): <bdi dir="ltr">\(document.name)</bdi></a> \
                <span class="hint"><bdi>\(document.kind.fileExtension.uppercased())</bdi> · <bdi>\(size(document.bytes))</bdi>\
                \(if: document.photographs > 0, " · \(texts(.documentPhotographs, ["count": count(document.photographs)]))")</span></li>

                """
        }
        return lines.isEmpty ? .empty : "<ul class=\"documents\">\n\(lines)</ul>\n"
    }
}
