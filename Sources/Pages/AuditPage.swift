import Desk
import Persian
import Portal

extension Pages {
    /// Who did what and when, newest first, with a form to look for it.
    ///
    /// - Parameter people: the names of all accounts.
    public func audit(_ events: [Event], search: AuditSearch, people: [String], isFirst: Bool, next: Int?) -> Page {
        let errors = search.problems.map {
            (field: $0.field.rawValue, sentence: sentence($0.fault, label: label($0.field)))
        }
        return Page(
            title: texts(.auditTitle),
            main: """
                \(errorSummary(errors))<h1>\(texts(.auditTitle))</h1>
                \(auditForm(search, people, errors))\
                \(if: events.isEmpty && errors.isEmpty,
                    "<p class=\"empty\">\(texts(search.typed.isEmpty ? .auditEmpty : .auditNothing))</p>\n")\
                \(if: !events.isEmpty, auditTable(events))\
                \(pagination(path: auditPath(search.filter, search), isFirst: isFirst, next: next))
                """,
            hasErrors: !errors.isEmpty)
    }

    private func auditTable(_ events: [Event]) -> HTML {
        let columns: [Text] = [.auditTime, .auditWho, .auditWhat, .auditLetter, .auditText]
        let head = columns.map { column -> HTML in "<th scope=\"col\">\(texts(column))</th>" }
        var moments = MomentWriter(self)
        let rows = events.map { event -> HTML in
            """
            <tr data-event="\(event.kind.rawValue)">\(cell(.auditTime, moments.written(event.at)))\
            \(cell(.auditWho, event.staff.map { "<bdi>\($0)</bdi>" } ?? .text(texts(isOfApplicant(event) ? .byApplicant : .bySystem))))\
            \(cell(.auditWhat, .text(texts(eventText(event.kind)))))\
            \(cell(.auditLetter, event.letter.map { number(String($0)) } ?? "–"))\
            \(cell(.auditText, event.text.isEmpty ? .empty : words(of: event)))</tr>

            """
        }
        return "<table class=\"queue\"><thead><tr>\(head)</tr></thead><tbody>\n\(rows)</tbody></table>\n"
    }

    /// Whether an event without an account is a citizen's own doing.
    private func isOfApplicant(_ event: Event) -> Bool {
        switch event.kind {
        case .authenticatorAdded, .authenticatorRemoved, .recoveryCodesRenewed, .recoveryCodeUsed: true
        default: event.letter != nil
        }
    }

    private func label(_ field: AuditSearch.Field) -> Text {
        switch field {
        case .letter: .auditLetter
        case .person: .auditPerson
        case .since: .auditSince
        case .until: .auditUntil
        }
    }

    private func auditForm(
        _ search: AuditSearch, _ people: [String], _ errors: [(field: String, sentence: String)]
    ) -> HTML {
        func error(_ field: AuditSearch.Field) -> String? { errors.first { $0.field == field.rawValue }?.sentence }
        func dateField(_ field: AuditSearch.Field, _ day: DayNumber?) -> HTML {
            textField(
                field.rawValue, label: label(field), hint: .text(texts(.auditDateHint, ["example": exampleDate])),
                value: day.map(written) ?? search.typed[field] ?? "", error: error(field),
                attributes: "class=\"number\" dir=\"ltr\" inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"20\"")
        }
        let options = people.map { name -> HTML in
            "<option\(if: name == search.typed[.person], " selected")>\(name)</option>\n"
        }
        let person = field("person", label: .text(texts(.auditPerson)), error: nil) { attributes in
            "<select \(attributes)><option value=\"\">\(texts(.auditAnyone))</option>\n\(options)</select>"
        }
        let letter = textField(
            "letter", label: .auditLetter, hint: .text(texts(.auditLetterHint)),
            value: search.filter.letter.map(count) ?? search.typed[.letter] ?? "", error: error(.letter),
            attributes: "class=\"number\" dir=\"ltr\" inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"20\"")
        let all: HTML = "<a href=\"\(paths.dynamic("/staff/audit"))\">\(texts(.auditAll))</a>"
        return """
            <form method="get" action="\(paths.dynamic("/staff/audit"))" class="filter" novalidate>
            \(letter)\(person)\(dateField(.since, search.since))\(dateField(.until, search.until))\
            <div class="actions"><button class="button">\(texts(.auditSearch))</button>\(if: !search.typed.isEmpty, all)</div>
            </form>

            """
    }

    /// Where the following page of what was found is: dates in the calendar that both languages' pages read alike.
    private func auditPath(_ filter: AuditFilter, _ search: AuditSearch) -> String {
        var pairs: [String] = []
        if let letter = filter.letter { pairs.append("letter=\(letter)") }
        if let person = filter.person, StaffMember.isName(person) { pairs.append("person=\(person)") }
        for (name, day) in [("since", search.since), ("until", search.until)] {
            if let day, let date = try? GregorianDate(day) { pairs.append("\(name)=\(date.short)") }
        }
        return paths.dynamic("/staff/audit") + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// A day as it is typed: `۱۴۰۵/۰۹/۰۲` or `2026-11-23`.
    private func written(_ day: DayNumber) -> String {
        switch language {
        case .persian: (try? SolarHijriDate(day))?.short ?? ""
        case .english: (try? GregorianDate(day))?.short ?? ""
        }
    }

    /// A date that shows how dates are typed.
    var exampleDate: String { written(DayNumber(20_780)) }
}
