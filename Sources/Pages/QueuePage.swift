import Desk
import Portal

extension Pages {
    /// The staff's list of letters in one state, those under review oldest first: a reviewer's of all units, a clerk's of the own ones.
    public func queue(_ letters: [Letter], state: ReviewState.Name, isFirst: Bool, next: Int?) -> Page {
        let isClerk = if case .staff(let member) = account { !member.mayReview } else { false }
        let title: Text =
            switch state {
            case .underReview: .queueTitle
            case .accepted: isClerk ? .clerkTitle : .acceptedTitle
            case .rejected: .rejectedTitle
            }
        let path = paths.dynamic("/staff/letters?state=\(state.rawValue)")
        return Page(
            title: texts(title),
            main: """
                <h1>\(texts(title))</h1>
                \(if: !isClerk, stateLinks(current: state))\
                \(letters.isEmpty ? "<p class=\"empty\">\(texts(.queueEmpty))</p>\n" : table(letters))\
                \(pagination(path: path, isFirst: isFirst, next: next))
                """)
    }

    private func stateLinks(current: ReviewState.Name) -> HTML {
        let names: [(ReviewState.Name, Text)] = [
            (.underReview, .queueUnderReview), (.accepted, .queueAccepted), (.rejected, .queueRejected),
        ]
        let links = names.map { state, label -> HTML in
            let path = paths.dynamic("/staff/letters?state=\(state.rawValue)")
            return "<li><a href=\"\(path)\"\(if: state == current, " aria-current=\"page\"")>\(texts(label))</a></li>"
        }
        return "<nav class=\"states\" aria-label=\"\(texts(.queueLabel))\"><ul>\(links)</ul></nav>\n"
    }

    private func table(_ letters: [Letter]) -> HTML {
        let columns: [Text] = [
            .letterId, .letterSubject, .letterSender, .letterUnit, .letterRegistered, .letterState,
        ]
        let head = columns.map { column -> HTML in "<th scope=\"col\">\(texts(column))</th>" }
        var moments = MomentWriter(self)
        let rows = letters.map { letter -> HTML in
            """
            <tr data-letter="\(letter.id)" data-state="\(letter.state.name.rawValue)">\
            \(cell(.letterId, number(String(letter.id))))\
            \(cell(.letterSubject, "<a href=\"\(paths.staffLetter(letter.id))\"><bdi>\(letter.subject)</bdi></a>"))\
            \(cell(.letterSender, "<bdi>\(letter.sender)</bdi>"))\
            \(cell(.letterUnit, .text(letter.unitTitle)))\
            \(cell(.letterRegistered, moments.written(letter.registered)))\
            \(cell(.letterState, tag(letter.state.name)))</tr>

            """
        }
        return "<table class=\"queue\"><thead><tr>\(head)</tr></thead><tbody>\n\(rows)</tbody></table>\n"
    }

    /// A cell that names its column again where a narrow screen shows rows as cards.
    func cell(_ column: Text, _ content: HTML) -> HTML { "<td data-label=\"\(texts(column))\">\(content)</td>" }
}
