import Desk
import Portal

extension Pages {
    /// Who did what and when, newest first.
    public func audit(_ events: [Event], isFirst: Bool, next: Int?) -> Page {
        let columns: [Text] = [.auditTime, .auditWho, .auditWhat, .auditLetter, .auditText]
        let head = columns.map { column -> HTML in "<th scope=\"col\">\(texts(column))</th>" }
        let rows = events.map { event -> HTML in
            """
            <tr data-event="\(event.kind.rawValue)">\(cell(.auditTime, moment(event.at)))\
            \(cell(.auditWho, event.staff.map { "<bdi>\($0)</bdi>" } ?? .text(texts(event.kind == .registered ? .byApplicant : .bySystem))))\
            \(cell(.auditWhat, .text(texts(eventText(event.kind)))))\
            \(cell(.auditLetter, event.letter.map { number(String($0)) } ?? "–"))\
            \(cell(.auditText, event.text.isEmpty ? .empty : words(of: event)))</tr>

            """
        }
        return Page(
            title: texts(.auditTitle),
            main: """
                <h1>\(texts(.auditTitle))</h1>
                \(events.isEmpty
                    ? "<p class=\"empty\">\(texts(.auditEmpty))</p>\n"
                    : "<table class=\"queue\"><thead><tr>\(head)</tr></thead><tbody>\n\(rows)</tbody></table>\n")\
                \(pagination(path: paths.dynamic("/staff/audit"), isFirst: isFirst, next: next))
                """)
    }
}
