import Desk
import Documents
import Portal

extension Pages {
    /// The guidance that stands beside the form, in the pages' language.
    public struct Guidance: Sendable {
        let person: HTML
        let company: HTML

        /// The two rendered texts.
        public init(person: HTML, company: HTML) {
            self.person = person
            self.company = company
        }
    }

    /// The form of a new letter; what was typed stays typed, and each error stands at its field.
    ///
    /// - Parameters:
    ///   - isRestored: whether the draft was typed earlier: the files must be chosen again.
    ///   - choice: the units that can be chosen.
    ///   - submission: the hidden value by which a form that is sent twice is known.
    ///   - draftKey: what a script encrypts with that keeps what is typed on the device; of this citizen alone.
    public func newLetter(
        _ draft: LetterDraft, problems: [FieldProblem<LetterDraft.Field>] = [], isRestored: Bool = false,
        choice: UnitChoice, guidance: Guidance, submission: String, draftKey: String
    ) -> Page {
        let errors = problems.map { problem in (problem.field.rawValue, sentence(problem)) }
        return Page(
            title: texts(.newLetterTitle),
            main: """
                \(errorSummary(errors))\
                <h1>\(texts(.newLetterTitle))</h1>
                <p class="lead">\(texts(.newLetterLead))</p>
                \(replacementNotice(choice))\
                <div class="columns">
                \(postForm(to: paths.dynamic("/letters"), isMultipart: true, attributes: " data-draft=\"\(draftKey)\"", """
                    <input type="hidden" name="submission" value="\(submission)">
                    \(senderFields(draft, errors))\(unitField(choice, errors))\
                    \(textField(
                        "subject", label: .subjectLabel, hint: .text(texts(.subjectHint)), value: draft.subject,
                        error: sentence(of: "subject", in: errors), attributes: "maxlength=\"\(LetterDraft.subjectLimit)\" required\(missing(.subjectLabel))"))\
                    \(fileFields(errors, unit: choice.chosen, again: !errors.isEmpty ? .filesAgain : isRestored ? .draftAgain : nil))\
                    \(keptOnDevice)\
                    <div class="actions"><button class="button">\(texts(.register))</button>\
                    <a class="button secondary" href="\(paths.desk)">\(texts(.backToDesk))</a></div>

                    """))\
                \(guidanceAside(guidance, unit: choice.chosen))</div>
                \(fileFormScripts)\(scripts("draft.js"))

                """,
            hasErrors: !errors.isEmpty)
    }

    private typealias Errors = [(field: String, sentence: String)]

    private func senderFields(_ draft: LetterDraft, _ errors: Errors) -> HTML {
        let error = sentence(of: "senderKind", in: errors)
        let choices = SenderKind.allCases.enumerated().map { index, kind -> HTML in
            let label: Text = kind == .person ? .senderKindPerson : .senderKindCompany
            // The first choice carries the field's id: the error summary leads there.
            return """
                <label class="choice"><input type="radio" name="senderKind" value="\(kind.rawValue)"\
                \(if: index == 0, " id=\"senderKind\"")\(if: draft.senderKind == kind, " checked") required\(missing(.senderKindLabel, isChoice: true))>\(texts(label))</label>

                """
        }
        return """
            <fieldset class="choices\(if: error != nil, " wrong")"><legend>\(texts(.senderKindLabel))</legend>
            \(errorLine("senderKind", error))\(choices)</fieldset>
            \(textField(
                "sender", label: .senderLabel, value: draft.sender, error: sentence(of: "sender", in: errors),
                attributes: "autocomplete=\"name\" maxlength=\"\(LetterDraft.senderLimit)\" required\(missing(.senderLabel))"))
            """
    }

    private func unitField(_ choice: UnitChoice, _ errors: Errors) -> HTML {
        let options = choice.entries.map { entry -> HTML in
            let indent = String(repeating: "\u{2003}", count: entry.depth)
            let unit = entry.unit
            let isDisabled = unit.recipient(in: language).fault(on: choice.today) != nil
            return """
                <option value="\(unit.id)"\(if: unit.id == choice.chosen?.id, " selected")\(if: isDisabled, " disabled")>\
                \(indent)\(unit.title[language])</option>

                """
        }
        let list = texts(choice.isWhole ? .unitList : .unitOther)
        let hint: HTML = "\(texts(.unitHint)) <a href=\"\(paths.units)\">\(list)</a>"
        return field(
            "unit", label: .text(texts(.unitLabel)), hint: hint, error: sentence(of: "unit", in: errors)
        ) { attributes in
            "<select \(attributes) required\(missing(.unitLabel, isChoice: true))><option value=\"\">\(texts(.unitChoose))</option>\n\(options)</select>"
        }
    }

    private func fileFields(_ errors: Errors, unit: PortalUnit?, again: Text?) -> HTML {
        let limits = settings.limits
        let types: HTML = "<bdi dir=\"ltr\">\(documentTypes)</bdi>"
        let letterHint: HTML = """
            \(sentence(.letterFileHint, ["types": types, "size": .text(size(limits.fileBytes))])) \
            \(texts(.photographsHint, ["count": count(limits.photographs)]))
            """
        let names = unit?.requiredAttachments[language] ?? []
        let needed =
            names.isEmpty
            ? "" : texts(.unitAttachmentHint, ["unit": unit?.title[language] ?? "", "names": listed(names)]) + " "
        let attachmentHint =
            needed + texts(.attachmentHint, ["count": count(limits.attachments), "size": size(limits.fileBytes)])
        let letter = field(
            "letter", label: .text(texts(.letterFileLabel)), hint: letterHint,
            error: sentence(of: "letter", in: errors)
        ) { attributes in
            "<input \(attributes) type=\"file\" accept=\"\(DocumentKind.accept)\" multiple required\(missing(.letterFileLabel, isFile: true))>"
        }
        let attachment = field(
            "attachment",
            label: """
                \(texts(.attachmentLabel))\(if: names.isEmpty, " <span class=\"hint\">(\(texts(.optional)))</span>")
                """,
            hint: .text(attachmentHint), error: sentence(of: "attachment", in: errors)
        ) { attributes in
            "<input \(attributes) type=\"file\" accept=\"\(DocumentKind.accept)\" multiple\(most(limits.attachments))>"
        }
        return """
            \(again.map { "<div class=\"notice warning\" data-files-again><p>\(texts($0))</p></div>\n" })\(letter)\(attachment)
            """
    }

    /// Where the script that keeps what is typed says so, and lets it be forgotten.
    private var keptOnDevice: HTML {
        """
        <div class="draft hint" data-kept="\(texts(.draftKept))" data-restored="\(texts(.draftRestored))" data-forgotten="\(texts(.draftForgotten))" hidden>\
        <p role="status" tabindex="-1"></p><button type="button" class="plain">\(texts(.draftForget))</button></div>

        """
    }

    private func guidanceAside(_ guidance: Guidance, unit: PortalUnit?) -> HTML {
        """
        <aside class="guidance" aria-label="\(texts(.guidanceTitle))"><h2>\(texts(.guidanceTitle))</h2>
        \(unit.map { briefing(of: $0, isAside: true) })\
        <h3>\(texts(.senderKindPerson))</h3>
        \(guidance.person)
        <h3>\(texts(.senderKindCompany))</h3>
        \(guidance.company)</aside>

        """
    }

    private func sentence(_ problem: FieldProblem<LetterDraft.Field>) -> String {
        switch problem.field {
        case .sender: sentence(problem.fault, label: .senderLabel)
        case .senderKind: sentence(problem.fault, label: .senderKindLabel, isChoice: true)
        case .unit: sentence(problem.fault, label: .unitLabel, isChoice: true)
        case .subject: sentence(problem.fault, label: .subjectLabel)
        case .letter: sentence(problem.fault, label: .letterFileLabel, isFile: true)
        case .attachment: sentence(problem.fault, label: .attachmentLabel, isFile: true)
        }
    }
}
