import CGI
import Desk
import Pages
import Portal
import Store

/// `GET /staff/letters`: a reviewer's queue, or a clerk's letters.
func showQueue(_ visit: inout Visit) throws -> Response {
    let member = try visit.staffMember()
    let place = try visit.placeInList()
    let length = visit.limits.pageLength
    let wish = visit.request.query["state"].flatMap(ReviewState.Name.init(rawValue:))
    let state: ReviewState.Name
    let found: [Letter]
    switch member.role {
    case .reviewer:
        state = wish ?? .underReview
        found =
            state == .underReview
            ? try visit.store().lettersUnderReview(after: place, limit: length + 1)
            : try visit.store().letters(in: state, before: place, limit: length + 1)
    case .clerk:
        state = .accepted
        found = try visit.store().acceptedLetters(ofUnits: member.units, before: place, limit: length + 1)
    case .administrator: throw Refusal.notAllowed
    }
    let list = PageOfList(found, length: length)
    return visit.page(
        visit.pages().queue(
            list.entries, state: state, isFirst: place == nil, next: list.hasMore ? list.entries.last?.id : nil))
}

/// `GET /staff/letters/<id>`: a letter with what may be done about it.
func showStaffLetter(_ visit: inout Visit) throws -> Response {
    let (member, letter) = try visit.letterForStaff()
    let done: Text? =
        switch visit.request.query["done"] {
        case "accepted": .doneAccepted
        case "rejected": .doneRejected
        case "status": .doneStatus
        case "reply": .doneReply
        default: nil
        }
    return try visit.staffLetter(letter, for: member, done: done)
}

/// `GET /staff/letters/<id>/documents/<n>`: a document of a letter that this member of the staff may read.
func downloadStaffDocument(_ visit: inout Visit) throws -> Response {
    let (_, letter) = try visit.letterForStaff()
    return try visit.download(visit.argument(1), of: letter)
}

extension Visit {
    /// The signed-in member of the staff, and the letter that the path names, if they may read it.
    mutating func letterForStaff() throws -> (StaffMember, Letter) {
        let member = try staffMember()
        let id = try argument(0)
        ownPath = "/staff/letters/\(id)"
        guard let letter = try store().letter(id, visibleTo: member) else { throw Refusal.notFound }
        return (member, letter)
    }

    /// The staff's page of a letter.
    ///
    /// - Parameter status: the status of the answer where there is a problem; by the problem if not given.
    mutating func staffLetter(
        _ letter: Letter, for member: StaffMember, problem: FieldProblem<ActionField>? = nil, typed: String = "",
        done: Text? = nil, status: Status? = nil
    ) throws -> Response {
        if let problem { record.refuse([problem]) }
        let (documents, events) = try particulars(of: letter)
        let next = member.mayReview && done != nil ? try store().lettersUnderReview(after: nil, limit: 1).first : nil
        let page = pages().staffLetter(
            letter, documents: documents, events: events, for: member, problem: problem, typed: typed, done: done,
            next: next?.id)
        return self.page(page, problem.map { status ?? Status(for: [$0.fault]) } ?? .ok)
    }
}
