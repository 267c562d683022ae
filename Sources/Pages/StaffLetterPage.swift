import Desk
import Documents
import Portal

/// The fields of the forms on the staff's letter page.
public enum ActionField: String, Sendable {
    case reason, status, reply
}

extension Pages {
    /// A letter as its reviewer or clerk sees it, with what they may do.
    public func staffLetter(
        _ letter: Letter, documents: [LetterDocument], events: [Event], for member: StaffMember,
        problem: FieldProblem<ActionField>? = nil, typed: String = "", done: Text? = nil,
        next: Int? = nil
    ) -> Page {
        let title = texts(.staffLetterTitle, ["number": count(letter.id)])
        let error = problem.map { (field: $0.field.rawValue, sentence: sentence($0)) }
        return Page(
            title: title,
            main: """
                \(errorSummary(error.map { [$0] } ?? []))\
                \(done.map { "<div class=\"notice success\" role=\"status\"><p>\(texts($0))</p></div>\n" })\
                \(next.map { "<div class=\"actions\"><a class=\"button\" href=\"\(paths.staffLetter($0))\">\(texts(.nextLetter))</a></div>\n" })\
                <article data-letter="\(letter.id)" data-state="\(letter.state.name.rawValue)">
                <h1>\(title): <bdi>\(letter.subject)</bdi></h1>
                <p>\(tag(letter.state.name))</p>
                <div class="columns even"><div>
                \(letterFacts(letter.summary, sender: letter.sender))\
                \(facts("""
                    \(fact(.letterMobile, number(letter.applicant.mobile)))\(fact(.senderKindLabel, senderKind(letter)))
                    """))\
                \(rejectionReason(letter.state))\
                <h2>\(texts(.letterDocuments))</h2>
                \(documentList(documents) { paths.staffDocument(letter.id, $0) })\
                </div><div>
                \(if: member.mayReview && letter.state == .underReview, reviewForms(letter, error, typed))\
                \(if: member.mayAct(forUnit: letter.unit) && letter.state.name == .accepted, clerkForms(letter, error, typed))\
                <h2>\(texts(.letterHistory))</h2>
                \(history(events, showsNames: true))</div></div>
                </article>
                <p><a href="\(paths.dynamic("/staff/letters"))">\(texts(.queueLabel))</a></p>
                \(if: member.mayAct(forUnit: letter.unit) && letter.state.name == .accepted, fileFormScripts)

                """,
            hasErrors: error != nil)
    }

    private func senderKind(_ letter: Letter) -> HTML {
        .text(texts(letter.senderKind == .person ? .senderKindPerson : .senderKindCompany))
    }

    private func reviewForms(_ letter: Letter, _ error: (field: String, sentence: String)?, _ typed: String) -> HTML {
        let reasons = settings.rejectionReasons.map { reason -> HTML in
            "<option>\(reason[language])</option>\n"
        }
        let choice = field("choice", label: .text(texts(.reasonChoose)), error: nil) { attributes in
            "<select \(attributes)><option value=\"\">\(texts(.reasonNone))</option>\n\(reasons)</select>"
        }
        return """
            <section class="panel"><h2>\(texts(.reviewTitle))</h2>
            <p class="hint">\(texts(.acceptHint))</p>
            \(postForm(to: paths.staffLetter(letter.id) + "/accept", """
                <div class="actions"><button class="button">\(texts(.accept))</button></div>

                """))\
            <hr>
            \(postForm(to: paths.staffLetter(letter.id) + "/reject", """
                \(choice)\(remark("reason", .reasonFree, hint: nil, error, typed))\
                <div class="actions"><button class="button danger">\(texts(.reject))</button></div>

                """))</section>

            """
    }

    private func clerkForms(_ letter: Letter, _ error: (field: String, sentence: String)?, _ typed: String) -> HTML {
        let file = field(
            "reply", label: .text(texts(.replyFileLabel)),
            hint: sentence(
                .replyFileHint,
                ["types": "<bdi dir=\"ltr\">\(documentTypes)</bdi>", "size": .text(size(settings.limits.fileBytes))]),
            error: error?.field == "reply" ? error?.sentence : nil
        ) { attributes in "<input \(attributes) type=\"file\" accept=\"\(DocumentKind.accept)\">" }
        return """
            <div class="panel">
            \(postForm(to: paths.staffLetter(letter.id) + "/events", """
                \(remark("status", .statusLabel, hint: .statusHint, error, typed))\
                <div class="actions"><button class="button secondary">\(texts(.statusButton))</button></div>

                """))</div>
            <section class="panel"><h2>\(texts(.replyTitle))</h2>
            \(postForm(to: paths.staffLetter(letter.id) + "/reply", isMultipart: true, """
                \(remark("text", .replyTextLabel, hint: .statusHint, error, error?.field == "reply" ? typed : ""))\(file)\
                <div class="actions"><button class="button">\(texts(.replyButton))</button></div>

                """))</section>

            """
    }

    private func remark(
        _ name: String, _ label: Text, hint: Text?, _ error: (field: String, sentence: String)?, _ typed: String
    ) -> HTML {
        let isWrong = error?.field == name
        return field(
            name, label: .text(texts(label)), hint: hint.map { .text(texts($0)) },
            error: isWrong ? error?.sentence : nil
        ) { attributes in
            "<textarea \(attributes) rows=\"3\" maxlength=\"\(Letter.remarkLimit)\">\(isWrong || name == "text" ? typed : "")</textarea>"
        }
    }

    private func sentence(_ problem: FieldProblem<ActionField>) -> String {
        switch problem.field {
        case .reason: sentence(problem.fault, label: .reasonChoose)
        case .status: sentence(problem.fault, label: .statusLabel)
        case .reply: sentence(problem.fault, label: .replyFileLabel, isFile: true)
        }
    }
}
